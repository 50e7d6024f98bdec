import { placeOf, type LintRule } from '../lint-rule';

/** The ending tells a reader of PromQL that the series only grows; OpenMetrics asks for it. */
export const counterSuffix: LintRule = {
  name: 'counter-suffix',
  severity: 'warning',
  description: 'The name of a counter ends in `_total`.',
  check: ({ metrics }) =>
    metrics
      .filter(({ type, name }) => type === 'counter' && !name.endsWith('_total'))
      .map(({ name, ref }) => ({
        place: placeOf(ref, 'name'),
        message: `the counter "${name}" does not end in "_total"`,
        hint: `rename it to ${name}_total where it is instrumented, then here`,
      })),
};
