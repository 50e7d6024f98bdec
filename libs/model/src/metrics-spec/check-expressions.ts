import { addAll, didYouMean, type Problem } from '@g6/problems';
import {
  type PromQl,
  type PromQlCache,
  selectorName,
  undeclaredLabels,
  visitNodes,
  withoutComments,
} from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { missingAlertThresholds } from '../panels/check-panels';
import { impossibleMatchers } from './check-label-values';
import { specMetrics, type Spec } from './spec';
import type { SpecIndex } from './spec-index';

/** Checks every expression of a spec: syntax and types, then names and labels as warnings. */
export function checkExpressions(spec: Spec, index: SpecIndex, cache: PromQlCache): Problem[] {
  const problems: Problem[] = [];
  for (const metric of specMetrics(spec)) {
    for (const { expr, ref } of metric.panels.flatMap(({ queries }) => queries)) {
      addAll(problems, checkExpression(ref, expr, index, cache));
    }
    for (const alert of metric.alerts) {
      const ref = below(alert.ref, 'expr');
      addAll(
        problems,
        checkExpression(ref, alert.expr, index, cache, 'rule'),
        checkRuleVariables(ref, alert.expr, cache),
      );
    }
  }
  const panels = specMetrics(spec).flatMap((metric) => metric.panels);
  addAll(
    problems,
    missingAlertThresholds(panels, () => index.alertThresholds(cache)),
  );
  return problems;
}

/** Checks one expression that stands at a place in a YAML file. */
export function checkExpression(
  ref: YamlRef,
  expr: string,
  index: SpecIndex,
  cache: PromQlCache,
  use: 'panel' | 'rule' = 'panel',
): Problem[] {
  // The shape of the spec is checked already, so an absent expression is reported.
  if (expr === '') return [];
  const { promql, faults } = cache.analyze(expr);
  if (faults.length > 0) return expressionFaults(ref, expr, cache);
  return [
    ...experimentalProblems(ref, expr, cache, use),
    ...undefinedMetrics(ref, promql, index),
    ...labelWarnings(ref, promql, index),
    ...impossibleMatchers(ref, promql, index),
  ];
}

/** Checks the syntax and the types of an expression, whatever it names. */
export function expressionFaults(ref: YamlRef, expr: string, cache: PromQlCache): Problem[] {
  const { faults } = cache.analyze(expr);
  if (expr === '' || faults.length === 0) return [];
  const where = expr.trim() === '' ? '' : `, in ${quoteExpr(expr)}`;
  return faults.map(({ code, message, from }) => ({
    ...ref.file.locateInText(ref.path, from),
    code,
    severity: 'error',
    message: message + where,
  }));
}

/** Checks that a rule uses no variable: Prometheus has none. */
export function checkRuleVariables(
  ref: YamlRef,
  expr: string,
  cache: PromQlCache,
  subject = 'the alert',
): Problem[] {
  const { variables } = cache.analyze(expr).promql;
  if (variables.length === 0) return [];
  const quoted = quoteExpr(expr);
  return variables.map(({ from, to }) => ({
    ...ref.file.locateInText(ref.path, from),
    code: 'variable-in-rule',
    severity: 'error',
    message: `${expr.slice(from, to)} is a variable of Grafana; Prometheus evaluates ${subject}, and knows none, in ${quoted}`,
    hint: 'write the value itself, for example 5m',
  }));
}

/** Reports what the server may not take: the configuration says which features it has. */
function experimentalProblems(
  ref: YamlRef,
  expr: string,
  cache: PromQlCache,
  use: 'panel' | 'rule',
): Problem[] {
  const found = cache
    .analyze(expr)
    .experimental.filter(({ feature }) => !cache.features.includes(feature));
  if (found.length === 0) return [];
  const quoted = quoteExpr(expr);
  return found.map(({ feature, what, from }) => ({
    ...ref.file.locateInText(ref.path, from),
    code: 'promql-experimental',
    severity: use === 'rule' ? 'error' : 'warning',
    message: `${what} is experimental; Prometheus takes it with --enable-feature=${feature}, in ${quoted}`,
    hint: `if your Prometheus has it, list ${feature} in the setting prometheusFeatures`,
  }));
}

function undefinedMetrics(ref: YamlRef, promql: PromQl, index: SpecIndex): Problem[] {
  const problems: Problem[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const name = selectorName(promql, selector);
    if (name === undefined) return;
    const current = index.currentName(name);
    if (current === name && index.defines(name)) return;
    const renamed =
      current === name ? undefined : `write "${current}", which is read under both names`;
    const hint = renamed ?? didYouMean(name, index.names);
    problems.push({
      ...ref.file.locateInText(ref.path, selector.from),
      code: 'metric-undefined',
      severity: 'warning',
      message: renamed
        ? `"${name}" is called "${current}" now`
        : `nothing in the spec defines "${name}"`,
      ...(hint === undefined ? {} : { hint }),
    });
  });
  return problems;
}

function labelWarnings(ref: YamlRef, promql: PromQl, index: SpecIndex): Problem[] {
  if (index.hasUnsureLabels) return [];
  // The spec says nothing of the labels that series of Prometheus itself may have.
  const declared = (series: string) =>
    index.owner(series) || index.declares(series) ? index.labelsOf(series) : undefined;
  return undeclaredLabels(promql, declared, index.targetLabels).map((found) => {
    const hint = didYouMean(found.label, found.declared);
    return {
      ...ref.file.locateInText(ref.path, found.from),
      code: 'label-undeclared',
      severity: 'warning',
      message: `${namesOf(found.metrics)} declares no label "${found.label}"`,
      ...(hint === undefined ? {} : { hint }),
    };
  });
}

/** So many metrics are named in a message. */
const MOST_NAMED = 10;

function namesOf(metrics: readonly string[]): string {
  const names = metrics.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  const more = metrics.length - names.length;
  return names.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const LONGEST_EXPR = 80;

/** An expression in quotes for a message, cut if it is long. */
export function quoteExpr(expr: string): string {
  const line = withoutComments(expr).trim().replace(/\s+/g, ' ');
  return line.length > LONGEST_EXPR ? `${line.slice(0, LONGEST_EXPR)}…` : line;
}

function below(ref: YamlRef, key: string): YamlRef {
  return { file: ref.file, path: [...ref.path, key] };
}
