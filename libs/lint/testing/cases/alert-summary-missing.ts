import { withAlert, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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
