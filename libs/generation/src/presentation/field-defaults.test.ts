import { fieldDefaults } from './field-defaults';
import { samplePanel } from '../../testing/sample-panel';

describe('fieldDefaults', () => {
  it('gives the unit of the panel', () => {
    expect(fieldDefaults(samplePanel('stat', { unit: 'ms' }), 'thresholds', {}).unit).toBe('ms');
  });

  it('leaves out a unit and a range that the panel does not have', () => {
    const defaults = fieldDefaults(samplePanel('stat', { unit: null }), 'thresholds', {});
    expect(Object.keys(defaults)).toEqual(['color', 'custom', 'thresholds']);
  });

  it('keeps a percentage to its range', () => {
    const panel = samplePanel('stat', { unit: 'percent', range: { min: 0, max: 100 } });
    expect(fieldDefaults(panel, 'thresholds', {})).toMatchObject({ min: 0, max: 100 });
  });

  it('calls no value bad', () => {
    const { thresholds } = fieldDefaults(samplePanel('stat'), 'thresholds', {});
    expect(thresholds?.steps).toEqual([{ color: 'green', value: null }]);
  });
});
