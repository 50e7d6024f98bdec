import { sampleContext, type Sample } from '../../testing/sample-context';
import { planSource } from './plan';

const metrics = [{ name: 'x', type: 'gauge', labels: ['bus'] }];

function draft(plan: Sample['plan']) {
  return planSource.draft(sampleContext({ metrics, ...(plan ? { plan } : {}) }));
}

describe('plan', () => {
  it('is every panel that the plan writes out, those in sections last', () => {
    const own = draft({
      panels: [
        { title: 'All', promql: 'sum(x)', unit: 'rows', span: 6 },
        { panel_type: 'text', title: 'Read', content: '*Hi*' },
      ],
      sections: [{ title: 'Below', panels: [{ title: 'By Bus', promql: 'sum by (bus) (x)' }] }],
    });
    expect(own).toMatchObject([
      { title: 'All', queries: [{ expr: 'sum(x)', legend: 'All' }], unit: 'rows', span: 6 },
      { title: 'Read', type: 'text', queries: [], unit: null },
      { title: 'By Bus', queries: [{ expr: 'sum by (bus) (x)', legend: '{{bus}}' }] },
    ]);
    expect(new Set(own.map(({ source, block }) => `${source} ${block}`))).toEqual(
      new Set(['plan core']),
    );
    expect(own.every(({ metric, family }) => metric === undefined && family === undefined)).toBe(
      true,
    );
  });

  it('is none for a plan without panels', () => {
    expect(draft(undefined)).toEqual([]);
  });
});
