import { traitsOf } from '@g6/model';
import { placeOf, type Lint } from '../lint';

/** Whoever reads `_total` takes the series for a counter, and applies `rate` to it. */
export const totalSuffixMisused: Lint = {
  name: 'total-suffix-misused',
  severity: 'warning',
  description: 'Only the name of a counter ends in `_total`.',
  check: ({ metrics }) =>
    metrics
      .filter(({ type, name }) => name.endsWith('_total') && traitsOf(type).nameEnding !== '_total')
      .map(({ name, type, ref }) => ({
        place: placeOf(ref, 'name'),
        message: `the ${type} "${name}" ends in "_total" like a counter`,
        hint: 'rename it where it is instrumented, or declare it a counter if it only grows',
      })),
};
