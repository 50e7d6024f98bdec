import { firstTarget, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a query to Loki',
      edit: (dashboard) => {
        firstTarget(dashboard)['datasource'] = { type: 'loki', uid: '${datasource}' };
      },
      finds: ['spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" asks Loki'],
    },
  ],
  passes: [{ about: 'a generated dashboard' }],
};
