import { firstTarget, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a query that was edited into something else',
      edit: (dashboard) => {
        firstTarget(dashboard)['expr'] = 'sum(';
      },
      finds: [
        'spec.yml:5:9 a query of the panel "events_total Rate (5m auto)" of "bus" is not valid: the expression ends too early',
      ],
    },
  ],
  passes: [{ about: 'a generated dashboard' }],
};
