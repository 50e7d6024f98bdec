import { checkExpression } from '@g6/model';
import { resultLabels } from '@g6/promql';
import { placeInPosition, placeOf, type Lint, type LintSubject, type LintFinding } from '../lint';

/** Labels in matchers, groupings, joins and legends are labels that the metric has. */
export const labelUndeclared: Lint = {
  name: 'label-undeclared',
  severity: 'warning',
  description:
    'The metric declares the labels that matchers, `by`, `without`, `on` and legends use on it.',
  check: (subject) => [...undeclaredInPromQl(subject), ...undeclaredInLegends(subject)],
};

function undeclaredInPromQl({ expressions, index, promql }: LintSubject): LintFinding[] {
  return expressions.flatMap(({ expr, ref }) =>
    checkExpression(ref, expr, index, promql)
      .filter(({ code }) => code === 'label-undeclared')
      .map((problem) => ({
        place: placeInPosition(ref, problem),
        message: problem.message,
        hint: problem.hint,
      })),
  );
}

const LEGEND_LABEL = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Only the efficiency catalogue has legends that a person writes. */
function undeclaredInLegends({ efficiency, index, promql }: LintSubject): LintFinding[] {
  return efficiency.flatMap((panel) =>
    panel.queries.flatMap(({ expr, legend = '' }, position) => {
      const labels = resultLabels(promql.analyze(expr).promql, (series) => index.labelsOf(series));
      if (labels === undefined) return [];
      return [...legend.matchAll(LEGEND_LABEL)]
        .map(([, label = '']) => label)
        .filter((label) => !labels.includes(label))
        .map((label) => ({
          place: placeOf(panel.ref, 'queries', position, 'legend'),
          message: `the legend shows the label "${label}", which the query's series do not carry`,
          hint: labels.length > 0 ? `they carry ${labels.join(', ')}` : undefined,
        }));
    }),
  );
}
