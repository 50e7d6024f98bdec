import {
  argumentsOf,
  operatorOf,
  parsePromQl,
  readSelectors,
  resultLabels,
  textOf,
  visitNodes,
} from '@g6/promql';
import { placeInText, type Lint, type LintFinding } from '../lint';

/** Without `le`, the buckets are added up and no quantile comes out. */
export const quantileWithoutLe: Lint = {
  name: 'quantile-without-le',
  severity: 'error',
  description:
    'The argument of `histogram_quantile` keeps the label `le` in its grouping, unless the histogram is native.',
  check: ({ expressions, index }) =>
    expressions.flatMap(({ analysis: { promql }, ref }) => {
      const findings: LintFinding[] = [];
      visitNodes(promql, 'FunctionCall', (call) => {
        const buckets = argumentsOf(call)[1];
        if (operatorOf(promql, call) !== 'histogram_quantile' || !buckets) return;
        const given = parsePromQl(textOf(promql, buckets));
        const native = ({ name = '' }) => index.exposed(name)?.samples === 'native';
        // A native histogram has its buckets inside its samples.
        if (readSelectors(given).some(native)) return;
        const labels = resultLabels(given, (series) => index.labelsOf(series));
        if (labels === undefined || labels.includes('le')) return;
        findings.push({
          place: placeInText(ref, buckets.from),
          message: 'histogram_quantile is given series without the label "le"',
          hint: 'group by (le) and what else should stay apart, over rate(<histogram>_bucket[5m])',
        });
      });
      return findings;
    }),
};
