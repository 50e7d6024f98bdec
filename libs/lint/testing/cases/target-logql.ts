import { firstTarget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
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
