import { firstPanel, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a cross-metric panel without a description',
      efficiency: `
  - title: Both
    slugs: [bus]
    requires: [events_total]
    queries: [{expr: "sum(rate(events_total[5m]))"}]
`,
      finds: ['efficiency.yml:3:5 the panel "Both" of "bus" has no description'],
    },
    {
      about: 'a panel whose title was removed',
      edit: (dashboard) => {
        firstPanel(dashboard)['title'] = '';
      },
      finds: ['spec.yml:5:9 the panel "" of "bus" has no title'],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    {
      about: 'a metric without help, which another lint finds',
      families: `
  bus:
    metrics:
      - {name: events_total, type: counter}
`,
    },
  ],
};
