import { GOVERNANCE_SLUG, RULE_USAGE_TITLE } from '@g6/model';
import { labelledRow, unionOf } from '@g6/promql';
import type { DashboardPanelSource } from '../../panel-source';

const HEIGHT = 6;

/** How many quantile panels of the whole spec read recorded series, on the governance dashboard. */
export const governanceSummarySource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'governance_summary',
  reason: 'The dashboard named governance counts quantile panels on recorded series.',
  draft: ({ plan, ruleUsage: { recorded, inline, migratedPercent } }) => {
    if (plan.slug !== GOVERNANCE_SLUG) return [];
    const rows: (readonly [string, number])[] = [
      ['Quantile panels on recorded series', recorded],
      ['Quantile panels computed inline', inline],
      ['Migrated percent', migratedPercent],
    ];
    const expr = unionOf(
      rows.map(([measure, value]) => labelledRow([['measure', measure]], value)),
    );
    return [
      {
        source: 'governance_summary',
        block: 'wide',
        title: RULE_USAGE_TITLE,
        type: 'table',
        tableStyle: 'summary',
        unit: null,
        queries: [{ expr, legend: '{{measure}}' }],
        description:
          'Quantile panels of the whole spec: those that read a recording rule, and those that compute histogram_quantile on every refresh.',
        migratedPercent,
        height: HEIGHT,
        manySeries: true,
        columns: [
          { field: 'measure', header: 'Measure' },
          { field: 'Value', header: 'Value' },
        ],
      },
    ];
  },
};
