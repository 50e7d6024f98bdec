import type { SelectorUse } from './selector-uses';

/**
 * What makes sense of a counter, whose value alone only says how long ago its process started: how
 * fast it grows, how often it was reset, and whether or how many of its series there are.
 */
const COUNTER_OPERATORS = new Set([
  'rate',
  'irate',
  'increase',
  'resets',
  'changes',
  'absent',
  'absent_over_time',
  'present_over_time',
  'count_over_time',
  'timestamp',
  'count',
  'group',
]);

/** Whether an expression shows a counter's bare value. */
export function isBareCounter({ operators }: SelectorUse): boolean {
  return !operators.some((operator) => COUNTER_OPERATORS.has(operator));
}
