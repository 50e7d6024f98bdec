import { presentPanel } from './present-panel';
import { samplePanel } from '../../testing/sample-panel';

const FIELD_TYPES = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'table',
  'heatmap',
  'histogram',
  'piechart',
  'state-timeline',
];

describe('presentPanel', () => {
  it.each(FIELD_TYPES)('gives a %s its unit, its range and options', (type) => {
    const panel = samplePanel(type, { unit: 'percent', range: { min: 0, max: 100 } });
    const { fieldConfig, options } = presentPanel(panel);
    expect(fieldConfig.defaults).toMatchObject({ unit: 'percent', min: 0, max: 100 });
    expect(options).not.toEqual({});
  });

  it.each([...FIELD_TYPES, 'text'])('presents a %s the same way every time, as JSON', (type) => {
    const panel = samplePanel(type, { columns: [{ field: 'Value', header: 'Value' }] });
    const first = presentPanel(panel);
    expect(presentPanel(panel)).toEqual(first);
    expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
  });

  it.each(['row', 'graph', '__proto__'])('has no presentation for a %s', (type) => {
    expect(() => presentPanel(samplePanel(type))).toThrow(
      `No presentation for panel type "${type}"`,
    );
  });
});

describe('presentPanel of a text', () => {
  it('shows the content as markdown, without any field', () => {
    expect(presentPanel(samplePanel('text', { content: '# Alerts' }))).toEqual({
      fieldConfig: { defaults: {}, overrides: [] },
      options: { content: '# Alerts', mode: 'markdown' },
    });
  });

  it('is empty without content', () => {
    expect(presentPanel(samplePanel('text')).options['content']).toBe('');
  });
});
