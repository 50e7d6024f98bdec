import type { RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a dashboard that was made editable',
      edit: (dashboard) => {
        dashboard['editable'] = true;
      },
      finds: ['plans.yml:2:5 the dashboard "bus" is editable'],
    },
  ],
  passes: [{ about: 'a generated dashboard' }],
};
