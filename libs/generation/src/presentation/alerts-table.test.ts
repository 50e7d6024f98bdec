import { presentAlertsTable } from './alerts-table';
import { samplePanel } from '../../testing/sample-panel';

const panel = samplePanel('table', {
  source: 'alerts_aggregate',
  block: 'wide',
  unit: null,
  columns: [
    { field: 'alertname', header: 'Alert' },
    { field: 'metric', header: 'Metric' },
    { field: 'severity', header: 'Severity' },
    { field: 'summary', header: 'Summary' },
    { field: 'Value', header: 'Firing' },
  ],
});

describe('presentAlertsTable', () => {
  const { fieldConfig, options, transformations } = presentAlertsTable(panel);

  it('lists what fires first', () => {
    expect(options.sortBy).toEqual([{ displayName: 'Firing', desc: true }]);
  });

  it('keeps the columns in reading order', () => {
    const [organize] = transformations ?? [];
    expect(organize?.options.indexByName).toEqual({
      alertname: 0,
      metric: 1,
      severity: 2,
      summary: 3,
      Value: 4,
    });
  });

  it('writes severities in their colours, and others as plain text', () => {
    expect(fieldConfig.defaults.mappings).toEqual([
      {
        type: 'value',
        options: {
          critical: { color: 'red', index: 0 },
          warning: { color: 'orange', index: 1 },
          info: { color: 'blue', index: 2 },
        },
      },
    ]);
    expect(propertiesOf('Severity')).toEqual([
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
      { id: 'thresholds', value: thresholds({ color: 'text', value: null }) },
    ]);
  });

  it('sets firing alerts on red', () => {
    expect(propertiesOf('Firing')).toEqual([
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
      {
        id: 'thresholds',
        value: thresholds({ color: 'transparent', value: null }, { color: 'red', value: 1 }),
      },
    ]);
  });

  it('narrows severity and state, so that texts share the rest of the width', () => {
    expect(fieldConfig.defaults.custom?.width).toBe(110);
    expect(['Alert', 'Metric', 'Summary'].map(propertiesOf)).toEqual(
      Array(3).fill([{ id: 'custom.width' }]),
    );
  });

  function propertiesOf(header: string) {
    return fieldConfig.overrides
      .filter(({ matcher }) => matcher.options.names.includes(header))
      .flatMap(({ properties }) => properties);
  }

  function thresholds(...steps: readonly object[]) {
    return { mode: 'absolute', steps };
  }
});
