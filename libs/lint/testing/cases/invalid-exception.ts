import { withException, type LintCases } from '../lint-case';

/** Cases in which the lint finds something, and cases that it passes. */
export const cases: LintCases = {
  fails: [
    {
      about: 'a lint that does not exist',
      families: withException('[counter-sufix: because]'),
      finds: ['spec.yml:8:25 there is no lint "counter-sufix" to be excepted from'],
    },
    {
      about: 'no reason',
      families: withException('[counter-suffix]'),
      finds: [
        'spec.yml:8:25 the exception from "counter-suffix" gives no reason; write x-lint-ignore: [lint: reason]',
      ],
    },
    {
      about: 'an empty reason, in a mapping',
      families: withException('{counter-suffix: }'),
      finds: [
        'spec.yml:8:25 the exception from "counter-suffix" gives no reason; write x-lint-ignore: [lint: reason]',
      ],
    },
    {
      about: 'no lint at all',
      families: withException('7'),
      finds: ['spec.yml:8:24 write x-lint-ignore: [lint: reason]'],
    },
  ],
  passes: [
    { about: 'an exception with a reason', families: withException('[counter-suffix: because]') },
  ],
};
