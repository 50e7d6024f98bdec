import { firstTarget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a counter of somebody else',
      edit: (dashboard) => {
        firstTarget(dashboard)['expr'] = 'sum(foreign_total)';
      },
      finds: [
        'spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" reads the counter "foreign_total" without rate or increase',
      ],
    },
  ],
  passes: [
    { about: 'a generated dashboard' },
    {
      about: 'a gauge of the spec that is named like a counter',
      families: `
  bus:
    metrics:
      - {name: groups_total, type: gauge, help: Groups.}
`,
    },
  ],
};
