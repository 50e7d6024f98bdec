import { firstPanel, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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
