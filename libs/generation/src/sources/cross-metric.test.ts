import { sampleContext, type Sample } from '../../testing/sample-context';
import { crossMetricSource } from './cross-metric';

const metrics = [
  { name: 'a', type: 'gauge', labels: ['bus'] },
  { name: 'b', type: 'gauge' },
];
const panel = {
  title: 'A per B (auto)',
  description: 'Ratio.',
  unit: 'ratio',
  requires: ['a', 'b'],
  queries: [{ expr: 'sum(a) / sum(b)' }],
};

function draft(sample: Sample) {
  return crossMetricSource.draft(sampleContext({ metrics, efficiency: [panel], ...sample }));
}

describe('cross_metric', () => {
  it('is a panel of the catalogue, among the efficiency panels', () => {
    expect(draft({})).toEqual([
      {
        source: 'cross_metric',
        block: 'efficiency',
        title: 'A per B (auto)',
        type: 'timeseries',
        unit: 'ratio',
        queries: [{ expr: 'sum(a) / sum(b)', legend: 'A per B' }],
        description: 'Ratio.',
        group: 'efficiency',
        manySeries: false,
        ref: expect.anything() as unknown,
      },
    ]);
  });

  it('is read from the whole spec, whatever families the plan has', () => {
    expect(draft({ metrics: metrics.slice(0, 1), others: metrics.slice(1) })).toHaveLength(1);
  });

  it('stays out while one of its metrics is missing', () => {
    expect(draft({ metrics: metrics.slice(0, 1) })).toEqual([]);
  });

  it('shows only on the dashboards that it names', () => {
    expect(draft({ plan: { slug: 'another' } })).toEqual([]);
    const elsewhere = { ...panel, slugs: ['another'] };
    expect(draft({ efficiency: [elsewhere] })).toEqual([]);
    expect(draft({ efficiency: [elsewhere], plan: { slug: 'another' } })).toHaveLength(1);
  });

  it('keeps the order of panels and queries, and the legends of the catalogue', () => {
    const two = {
      title: 'Both',
      requires: ['a'],
      queries: [{ expr: 'sum by (bus) (a)' }, { expr: 'max(a)', legend: 'highest' }],
    };
    const drafts = draft({ efficiency: [two, panel] });
    expect(drafts.map(({ title }) => title)).toEqual(['Both', 'A per B (auto)']);
    expect(drafts[0]).toMatchObject({
      unit: 'short',
      description: '',
      queries: [
        { expr: 'sum by (bus) (a)', legend: '{{bus}}' },
        { expr: 'max(a)', legend: 'highest' },
      ],
      manySeries: true,
    });
  });
});
