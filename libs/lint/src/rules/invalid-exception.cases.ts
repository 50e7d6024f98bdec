import { withException, type RuleCases } from '../rule-case';

/** What the rule finds, and what it passes. */
export const cases: RuleCases = {
  fails: [
    {
      about: 'a rule that does not exist',
      families: withException('[counter-sufix: because]'),
      finds: ['spec.yml:8:25 there is no rule "counter-sufix" to be excepted from'],
    },
    {
      about: 'no reason',
      families: withException('[counter-suffix]'),
      finds: [
        'spec.yml:8:25 the exception from "counter-suffix" gives no reason; write x-lint-ignore: [rule: reason]',
      ],
    },
    {
      about: 'an empty reason, in a mapping',
      families: withException('{counter-suffix: }'),
      finds: [
        'spec.yml:8:25 the exception from "counter-suffix" gives no reason; write x-lint-ignore: [rule: reason]',
      ],
    },
    {
      about: 'no rule at all',
      families: withException('7'),
      finds: ['spec.yml:8:24 write x-lint-ignore: [rule: reason]'],
    },
  ],
  passes: [
    { about: 'an exception with a reason', families: withException('[counter-suffix: because]') },
  ],
};
