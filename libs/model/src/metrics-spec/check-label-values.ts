import { didYouMeanOneOf, type Problem } from '@g6/problems';
import { hasVariable, matchesText, type PromQl, readSelectors } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import type { LabelFacts, Metric } from './spec';
import type { SpecIndex } from './spec-index';

/** Finds values of `errors` that the label cannot have, and labels that list a value twice. */
export function checkLabelFacts(metric: Metric): Problem[] {
  return metric.labelFacts.flatMap(({ name, values, errors, ref }) => {
    const at = (key: string, index: number) => ref.file.locate([...ref.path, key, index]);
    const known = new Set<string>();
    const repeated = (values ?? []).flatMap((value, index) => {
      if (!known.has(value)) {
        known.add(value);
        return [];
      }
      const message = `the label "${name}" lists the value "${value}" twice`;
      return [{ ...at('values', index), code: 'wrong-value', severity: 'error', message } as const];
    });
    const unknown = errors.flatMap((value, index) => {
      if (values === undefined || known.has(value)) return [];
      const message = `"${value}" is none of the values of the label "${name}"`;
      const hint = didYouMeanOneOf(value, values, 'the values are');
      const problem = { ...at('errors', index), code: 'wrong-value', severity: 'error' } as const;
      return [{ ...problem, message, ...(hint === undefined ? {} : { hint }) }];
    });
    return [...repeated, ...unknown];
  });
}

/** Finds matchers that select none of the values which a label can have. */
export function impossibleMatchers(ref: YamlRef, promql: PromQl, index: SpecIndex): Problem[] {
  return readSelectors(promql).flatMap(({ name, matchers }) => {
    const metric = name === undefined ? undefined : index.exposed(name)?.metric;
    if (!metric || metric.labelFacts.length === 0) return [];
    return matchers.flatMap(({ label, operator, value, node: { from, to } }) => {
      const facts = metric.labelFacts.find((known) => known.name === label);
      if (!facts?.values || hasVariable(promql, { from, to })) return [];
      if (canMatch(operator, value, facts)) return [];
      const hint = didYouMeanOneOf(value, facts.values, 'the values are');
      const problem: Problem = {
        ...ref.file.locateInText(ref.path, from),
        code: 'label-value-unknown',
        severity: 'warning',
        message: `the label "${label}" of "${metric.name}" has no value that ${operator}"${value}" matches`,
        ...(hint === undefined ? {} : { hint }),
      };
      return [problem];
    });
  });
}

/** A series can lack the label, which matches as the empty text. */
function canMatch(operator: string, value: string, { values = [] }: LabelFacts): boolean {
  return ['', ...values].some((one) => {
    const equal = operator.endsWith('~') ? matchesText(value, one) : value === one;
    return equal === !operator.startsWith('!');
  });
}
