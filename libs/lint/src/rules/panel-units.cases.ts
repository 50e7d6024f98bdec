import { firstPanel, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a time series whose unit was removed',
      edit: (dashboard) => {
        firstPanel(dashboard)['fieldConfig'] = { defaults: {} };
      },
      finds: ['spec.yml:5:9 the panel "events_total Rate (5m auto)" of "bus" has no unit'],
    },
  ],
  passes: [{ about: 'a generated dashboard' }],
};
