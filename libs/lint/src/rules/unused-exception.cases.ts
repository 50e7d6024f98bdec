import { withException, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a metric that breaks no rule',
      families: withException('[help-missing: because]'),
      finds: [
        'spec.yml:8:25 the exception from "help-missing" is not needed; nothing here breaks the rule',
      ],
    },
    {
      about: 'a plan whose dashboard breaks no rule',
      plans: ['{slug: bus, families: [bus], x-lint-ignore: [uneditable-dashboard: because]}'],
      finds: [
        'plans.yml:2:50 the exception from "uneditable-dashboard" is not needed; nothing here breaks the rule',
      ],
    },
  ],
  passes: [
    { about: 'an exception that is needed', families: withException('[counter-suffix: because]') },
  ],
};
