import type { RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a family beside the planned one',
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
