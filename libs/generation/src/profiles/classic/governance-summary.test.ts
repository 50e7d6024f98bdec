import { sampleContext, type Sample } from '../../../testing/sample-context';
import { checkPromQl, parsePromQl } from '@g6/promql';
import { governanceSummarySource } from './governance-summary';

const governance = { slug: 'governance' };

function draft(sample: Sample) {
  return governanceSummarySource.draft(sampleContext(sample));
}

describe('governance_summary', () => {
  const inline = { promql: 'histogram_quantile(0.95, sum by (le) (rate(x_ms_bucket[5m])))' };
  const metrics = [{ name: 'x_ms', type: 'histogram', panels: [inline] }];

  it('is on the governance dashboard only', () => {
    expect(draft({ metrics })).toEqual([]);
    expect(draft({ metrics, plan: governance })).toHaveLength(1);
  });

  it('shows the counts in one query of a wide table', () => {
    const [table] = draft({ metrics, plan: governance });
    const expr =
      'label_replace(vector(2), "measure", "Quantile panels on recorded series", "", "")' +
      ' or label_replace(vector(1), "measure", "Quantile panels computed inline", "", "")' +
      ' or label_replace(vector(66.7), "measure", "Migrated percent", "", "")';
    expect(checkPromQl(parsePromQl(expr))).toEqual([]);
    expect(table).toMatchObject({
      source: 'governance_summary',
      block: 'wide',
      title: 'Recording Rule Usage Summary',
      type: 'table',
      unit: null,
      queries: [{ expr, legend: '{{measure}}' }],
      migratedPercent: 66.7,
      height: 6,
      columns: [
        { field: 'measure', header: 'Measure' },
        { field: 'Value', header: 'Value' },
      ],
    });
  });

  it('counts over the whole spec, whatever families the plan has', () => {
    const [table] = draft({ others: metrics, plan: governance });
    expect(table?.migratedPercent).toBe(66.7);
  });
});
