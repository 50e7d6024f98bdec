import { readSpec } from './read-spec';
import {
  isCumulative,
  METRIC_TYPE_TRAITS,
  METRIC_TYPES,
  traitsOf,
  type MetricType,
} from './metric-types';
import { SpecIndex } from './spec-index';

function indexOf(...metrics: object[]) {
  const value = { version: 1, families: { sample: { metrics } } };
  return SpecIndex.of(readSpec([{ path: 'spec.yml', text: JSON.stringify(value) }]).spec);
}

describe('the traits of metric types', () => {
  it.each(METRIC_TYPES)('give every series of a %s a name of its own', (type) => {
    const suffixes = METRIC_TYPE_TRAITS[type].series({ name: 'x' }).map(({ suffix }) => suffix);
    expect(suffixes).not.toEqual([]);
    expect(new Set(suffixes).size).toBe(suffixes.length);
  });

  it.each(METRIC_TYPES)('name what carries the labels that a %s adds', (type) => {
    const labelled = METRIC_TYPE_TRAITS[type]
      .series({ name: 'x' })
      .filter(({ labels }) => labels.length > 0);
    expect(labelled.filter(({ carriers }) => carriers === undefined)).toEqual([]);
  });

  it.each(['guage', 'constructor', undefined])('are neutral for the type %s', (type) => {
    expect(traitsOf(type as MetricType).series({ name: 'x' })).toEqual([]);
    expect(traitsOf(type as MetricType).sources).toEqual([]);
  });
});

describe('the series of metrics', () => {
  const index = indexOf(
    { name: 'x_total', type: 'counter', labels: ['bus'] },
    { name: 'depth', type: 'gauge' },
    { name: 'wait', type: 'histogram', labels: ['bus'] },
    { name: 'wait_sum', type: 'gauge', labels: ['shard'] },
  );

  it.each([
    ['x_total', true, ['bus']],
    ['depth', false, []],
    ['wait_bucket', true, ['le', 'bus']],
    ['wait_count', true, ['bus']],
  ])('include %s', (name, cumulative, labels) => {
    expect(isCumulative(index.exposed(name))).toBe(cumulative);
    expect(index.labelsOf(name)).toEqual(labels);
    expect(index.defines(name)).toBe(true);
  });

  it('leave a name to the metric that is declared with it', () => {
    expect(index.exposed('wait_sum')?.metric.type).toBe('gauge');
    expect(index.labelsOf('wait_sum')).toEqual(['shard']);
  });

  it('do not include the bare name of a histogram, which the spec defines all the same', () => {
    expect(index.exposed('wait')).toBeUndefined();
    expect(index.defines('wait')).toBe(true);
    expect(index.labelsOf('wait')).toEqual(['bus']);
  });
});
