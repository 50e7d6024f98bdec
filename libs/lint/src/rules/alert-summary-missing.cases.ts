import { withAlert, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'an alert with everything else, and an empty summary',
      families: withAlert('for: 5m, severity: info, summary: " "'),
      finds: ['spec.yml:9:13 the alert "Deep" has no summary'],
    },
  ],
  passes: [
    {
      about: 'an alert with everything',
      families: withAlert('for: 5m, severity: info, summary: Deep.'),
    },
  ],
};
