import { sampleBasis, type Sample } from '../testing/sample-context';
import { draftContext, draftPanels } from './draft-panels';
import { CLASSIC } from './profiles/classic';

function titles(sample: Sample) {
  const { basis, plan } = sampleBasis(sample);
  return draftPanels(draftContext(plan, basis), CLASSIC.sources).map(({ title }) => title);
}

describe('draftPanels', () => {
  it('lists explicit panels of all metrics, then automatic ones of all, each in spec order', () => {
    const panel = (title: string) => ({ title, promql: 'vector(1)' });
    const metrics = [
      { name: 'a_total', type: 'counter', labels: ['l'], panels: [panel('A1'), panel('A2')] },
      { name: 'b_ms', type: 'histogram', panels: [panel('B1')] },
      { name: 'c', type: 'gauge', labels: ['l', 'm', 'n'] },
      { name: 'd', type: 'gauge' },
    ];
    expect(titles({ metrics })).toEqual([
      'A1',
      'A2',
      'B1',
      'a_total Rate (5m auto)',
      'a_total Rate by l (5m auto)',
      'b_ms p95 (5m auto)',
      'b_ms p99 (5m auto)',
      'c Top 5 (auto)',
      'c by l (auto)',
      'c by m (auto)',
      'd (auto)',
    ]);
  });

  it('lets the explicit panel of one metric cover another of the same dashboard', () => {
    const metrics = [
      { name: 'a_total', type: 'counter' },
      { name: 'b', type: 'gauge', panels: [{ title: 'B', promql: 'b / rate(a_total[5m])' }] },
    ];
    expect(titles({ metrics })).toEqual(['B', 'a_total (auto)']);
  });

  it('lets no panel of a family outside the plan cover anything', () => {
    const others = [{ name: 'o', type: 'gauge', panels: [{ promql: 'rate(a_total[5m])' }] }];
    const metrics = [{ name: 'a_total', type: 'counter' }];
    expect(titles({ metrics, others })).toEqual(['a_total Rate (5m auto)']);
  });

  it('takes metrics in the order of the spec, whatever the order of families in the plan', () => {
    const sample = {
      metrics: [{ name: 'a', type: 'gauge' }],
      others: [{ name: 'b', type: 'gauge' }],
      plan: { families: ['other', 'sample'] },
    };
    expect(titles(sample)).toEqual(['a (auto)', 'b (auto)']);
  });

  it('drafts nothing of an empty family', () => {
    expect(titles({})).toEqual([]);
  });
});
