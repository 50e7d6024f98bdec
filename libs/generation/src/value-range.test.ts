import { sampleContext } from '../testing/sample-context';
import type { Metric } from '@g6/model';
import { declaredRange, valueRange } from './value-range';

const { shownMetrics: metrics, promql } = sampleContext({
  metrics: [
    { name: 'share', type: 'gauge', unit: 'percentunit' },
    { name: 'load', type: 'gauge', unit: 'percent' },
    { name: 'growth_percent', type: 'gauge' },
  ],
});
const [share, load, growth] = metrics as [Metric, Metric, Metric];

describe('declaredRange', () => {
  it('is that of the percent unit that the metric declares', () => {
    expect(declaredRange(share, 'percentunit')).toEqual({ min: 0, max: 1 });
    expect(declaredRange(load, 'percent')).toEqual({ min: 0, max: 100 });
  });

  it('is none where the panel has another unit, or only the name speaks of percent', () => {
    expect(declaredRange(share, 'percent')).toBeUndefined();
    expect(declaredRange(growth, 'percent')).toBeUndefined();
  });
});

describe('valueRange', () => {
  it.each([
    'load',
    '(load)',
    'avg by (bus) (load)',
    'max(load{bus="a"})',
    'quantile(0.9, load)',
    'topk(5, load)',
    'avg_over_time(load[1h])',
    'max(avg_over_time(load[1h]))',
    'label_replace(load, "a", "b", "", "")',
  ])('holds for %s, whose values stay among those of the metric', (expr) => {
    expect(valueRange(load, promql.analyze(expr).promql, 'percent')).toEqual({ min: 0, max: 100 });
  });

  it.each([
    'sum(load)',
    'load * 2',
    '100 - load',
    'rate(load[5m])',
    'count(load)',
    'max(sum by (bus) (load))',
    'delta(load[1h])',
    'stddev(load)',
  ])('does not hold for %s', (expr) => {
    expect(valueRange(load, promql.analyze(expr).promql, 'percent')).toBeUndefined();
  });
});
