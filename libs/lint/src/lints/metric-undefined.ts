import { checkExpression } from '@g6/model';
import { placeInPosition, type Lint } from '../lint';

/** Every series that PromQL reads comes from the spec, or from Prometheus itself. */
export const metricUndefined: Lint = {
  name: 'metric-undefined',
  severity: 'warning',
  description:
    'The spec defines every metric that PromQL uses: a metric, a histogram series or a recorded series.',
  check: ({ expressions, index, promql }) =>
    expressions.flatMap(({ expr, ref }) =>
      checkExpression(ref, expr, index, promql)
        .filter(({ code }) => code === 'metric-undefined')
        .map((problem) => ({
          place: placeInPosition(ref, problem),
          message: problem.message,
          hint: problem.hint,
        })),
    ),
};
