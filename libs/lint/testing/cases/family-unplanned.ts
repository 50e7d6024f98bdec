import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a family besides the planned one',
      families: `
  bus: {metrics: []}
  other:
    metrics: []
`,
      finds: ['spec.yml:4:3 the family "other" is in no plan'],
    },
  ],
  passes: [{ about: 'a family that is in a plan' }],
};
