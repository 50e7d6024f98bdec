import { didYouMean } from '@g6/problems';
import type { LintRule } from '../lint-rule';
import { RULE_NAMES } from '../rule-names';

/** An exception without a reason cannot be judged by anyone who comes later. */
export const invalidException: LintRule = {
  name: 'invalid-exception',
  severity: 'error',
  description: 'An exception names a rule that exists, and a reason.',
  check: ({ exceptions }) =>
    exceptions.flatMap(({ rule, position, fault }) => {
      const unknown = rule !== '' && !RULE_NAMES.includes(rule);
      const message = unknown ? `there is no rule "${rule}" to be excepted from` : fault;
      if (message === undefined) return [];
      const hint = unknown ? didYouMean(rule, RULE_NAMES) : undefined;
      return [{ place: { position }, message, hint }];
    }),
};
