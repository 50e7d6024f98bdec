import type { LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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
