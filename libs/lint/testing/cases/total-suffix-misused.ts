import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a gauge that is named like a counter',
      families: `
  bus:
    metrics:
      - {name: groups_total, type: gauge, help: Groups.}
`,
      finds: ['spec.yml:5:16 the gauge "groups_total" ends in "_total" like a counter'],
    },
  ],
  passes: [{ about: 'a counter that ends in _total' }],
};
