import { withException, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a metric in which no lint finds anything',
      families: withException('[help-missing: because]'),
      finds: [
        'spec.yml:8:25 the exception from "help-missing" is not needed; it finds nothing here',
      ],
    },
    {
      about: 'a plan in whose dashboard no lint finds anything',
      plans: ['{slug: bus, families: [bus], x-lint-ignore: [uneditable-dashboard: because]}'],
      finds: [
        'plans.yml:2:50 the exception from "uneditable-dashboard" is not needed; it finds nothing here',
      ],
    },
  ],
  passes: [
    { about: 'an exception that is needed', families: withException('[counter-suffix: because]') },
  ],
};
