import { didYouMean, type Problem } from '@g6/problems';
import {
  type PromQl,
  type PromQlCache,
  selectorName,
  undeclaredLabels,
  visitNodes,
} from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { specMetrics, type Spec } from './spec';
import { SpecIndex } from './spec-index';

/** Checks every expression of a spec: syntax and types, then names and labels as warnings. */
export function checkExpressions(spec: Spec, cache: PromQlCache): Problem[] {
  const index = new SpecIndex(spec);
  const problems: Problem[] = [];
  for (const metric of specMetrics(spec)) {
    for (const panel of metric.panels) {
      problems.push(...checkExpression(below(panel.ref, 'promql'), panel.promql, index, cache));
    }
    for (const alert of metric.alerts) {
      problems.push(...checkExpression(below(alert.ref, 'expr'), alert.expr, index, cache));
    }
  }
  return problems;
}

/** Checks one expression that stands at a place in a YAML file. */
export function checkExpression(
  ref: YamlRef,
  expr: string,
  index: SpecIndex,
  cache: PromQlCache,
): Problem[] {
  // An absent or empty expression is a problem of shape, told already.
  if (expr === '') return [];
  const { promql, faults } = cache.analyze(expr);
  if (faults.length > 0) {
    return faults.map(({ code, message, from }) => ({
      ...ref.file.locateInText(ref.path, from),
      code,
      severity: 'error',
      message: expr.trim() === '' ? message : `${message}, in ${quoteExpr(expr)}`,
    }));
  }
  return [...undefinedMetrics(ref, promql, index), ...labelWarnings(ref, promql, index)];
}

function undefinedMetrics(ref: YamlRef, promql: PromQl, index: SpecIndex): Problem[] {
  const problems: Problem[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const name = selectorName(promql, selector);
    if (name === undefined || index.defines(name)) return;
    const hint = didYouMean(name, index.names);
    problems.push({
      ...ref.file.locateInText(ref.path, selector.from),
      code: 'metric-undefined',
      severity: 'warning',
      message: `nothing in the spec defines "${name}"`,
      ...(hint === undefined ? {} : { hint }),
    });
  });
  return problems;
}

function labelWarnings(ref: YamlRef, promql: PromQl, index: SpecIndex): Problem[] {
  // The spec says nothing of the labels that series of Prometheus itself may have.
  const declared = (series: string) => (index.owner(series) ? index.labelsOf(series) : undefined);
  return undeclaredLabels(promql, declared).map((found) => {
    const hint = didYouMean(found.label, found.declared);
    return {
      ...ref.file.locateInText(ref.path, found.from),
      code: 'label-undeclared',
      severity: 'warning',
      message: `${found.metrics.map((name) => `"${name}"`).join(', ')} declares no label "${found.label}"`,
      ...(hint === undefined ? {} : { hint }),
    };
  });
}

const LONGEST_EXPR = 80;

function quoteExpr(expr: string): string {
  const line = expr.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_EXPR ? `${line.slice(0, LONGEST_EXPR)}…` : line;
}

function below(ref: YamlRef, key: string): YamlRef {
  return { file: ref.file, path: [...ref.path, key] };
}
