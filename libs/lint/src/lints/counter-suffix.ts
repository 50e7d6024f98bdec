import { missingEnding } from '@g6/model';
import { placeOf, type Lint } from '../lint';

/** The ending tells a reader of PromQL that the series only grows; OpenMetrics asks for it. */
export const counterSuffix: Lint = {
  name: 'counter-suffix',
  severity: 'warning',
  description: 'The name of a counter ends in `_total`.',
  check: ({ metrics }) =>
    metrics.flatMap(({ name, type, ref }) => {
      const ending = missingEnding(name, type);
      if (ending === undefined) return [];
      return {
        place: placeOf(ref, 'name'),
        message: `the ${type} "${name}" does not end in "${ending}"`,
        hint: remedyFor(name, ending),
      };
    }),
};

/** A name such as `x_sum` is probably a series of a histogram or summary, which no ending would mend. */
function remedyFor(name: string, ending: string): string {
  const whole = /^(.+)_(?:sum|count|bucket)$/.exec(name)?.[1];
  return whole === undefined
    ? `rename it to ${name}${ending} where it is instrumented, then here`
    : `if it is a series of a histogram or summary, declare that as "${whole}"`;
}
