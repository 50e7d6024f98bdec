import { withBudget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'two labels whose sizes are known from other metrics',
      families: withBudget(49),
      finds: [
        'spec.yml:13:28 grouping by bus, reason can give 50 series (bus 5 x reason 10); the cardinality_budget of "drops_total" is 49',
      ],
    },
  ],
  passes: [{ about: 'a budget that is large enough', families: withBudget(50) }],
};
