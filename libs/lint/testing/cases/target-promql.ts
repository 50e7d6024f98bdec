import { firstTarget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a query that was edited into something else',
      edit: (dashboard) => {
        firstTarget(dashboard)['expr'] = 'sum(';
      },
      finds: [
        'spec.yml:5:9 a query of the panel "events_total Rate (5m auto)" of "bus" is not valid: the expression ends too early; a ")" is missing',
      ],
    },
  ],
  passes: [{ about: 'a generated dashboard' }],
};
