import { placeInText, type Lint } from '../lint';
import { selectorUses } from '../selector-uses';

const RATES = new Set(['rate', 'irate', 'increase']);

/** A gauge goes down as well as up; `rate` would take every fall for a counter's reset. */
export const rateOnGauge: Lint = {
  name: 'rate-on-gauge',
  severity: 'error',
  description: '`rate`, `irate` and `increase` are applied to counters, never to a gauge.',
  check: ({ expressions, index }) =>
    expressions.flatMap(({ analysis, ref }) =>
      selectorUses(analysis.promql).flatMap(({ name, operators, from }) => {
        const applied = operators.find((operator) => RATES.has(operator));
        // `rate(count_over_time(gauge[5m])[1h:1m])` counts samples, and that does only grow.
        const direct = operators[0] !== undefined && RATES.has(operators[0]);
        const series = index.exposed(name);
        // A metric of an unknown type may be a counter.
        const isKnown = series?.metric.type !== 'unknown';
        if (!applied || !direct || series?.samples !== 'value' || !isKnown) return [];
        return [
          {
            place: placeInText(ref, from),
            message: `"${applied}" is applied to the ${series.metric.type} "${name}"`,
            hint: 'use delta or deriv for how a gauge changes, or declare the metric a counter',
          },
        ];
      }),
    ),
};
