import { traitsOf } from '@g6/model';
import { placeOf, type Lint } from '../lint';

/** The ending tells a reader of PromQL that the series only grows; OpenMetrics asks for it. */
export const counterSuffix: Lint = {
  name: 'counter-suffix',
  severity: 'warning',
  description: 'The name of a counter ends in `_total`.',
  check: ({ metrics }) =>
    metrics
      .filter(({ type, name }) => !name.endsWith(traitsOf(type).nameEnding ?? ''))
      .map(({ name, type, ref }) => ({
        place: placeOf(ref, 'name'),
        message: `the ${type} "${name}" does not end in "${traitsOf(type).nameEnding}"`,
        hint: `rename it to ${name}${traitsOf(type).nameEnding} where it is instrumented, then here`,
      })),
};
