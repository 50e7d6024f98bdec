import type { LintRule } from '../lint-rule';
import { RULE_NAMES } from '../rule-names';

/** An exception that nothing needs any more would hide the next mistake. */
export const unusedException: LintRule = {
  name: 'unused-exception',
  severity: 'warning',
  description: 'Every exception is needed.',
  check: ({ exceptions }) =>
    exceptions
      .filter(({ rule, fault, used }) => !used && fault === undefined && RULE_NAMES.includes(rule))
      .map(({ rule, position }) => ({
        place: { position },
        message: `the exception from "${rule}" is not needed; nothing here breaks the rule`,
        hint: 'remove it',
      })),
};
