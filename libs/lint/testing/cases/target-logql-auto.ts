import { firstTarget, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a query to Loki with a fixed range',
      edit: (dashboard) => {
        const target = firstTarget(dashboard);
        target['datasource'] = { type: 'loki' };
        target['expr'] = 'sum(rate({job="x"}[5m]))';
      },
      finds: [
        'spec.yml:5:9 a LogQL query of the panel "events_total Rate (5m auto)" of "bus" has a fixed range',
      ],
    },
  ],
  passes: [
    {
      about: 'a query to Loki with $__auto',
      edit: (dashboard) => {
        const target = firstTarget(dashboard);
        target['datasource'] = { type: 'loki' };
        target['expr'] = 'sum(rate({job="x"}[$__auto]))';
      },
    },
  ],
};
