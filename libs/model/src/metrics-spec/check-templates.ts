import type { Problem } from '@g6/problems';
import { canCarryLabel, checkTemplate, type PromQl, type PromQlCache } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { type Alert, specMetrics, type Spec } from './spec';
import { SpecIndex } from './spec-index';

/** The texts of an alert that Prometheus expands as templates, by their keys in the spec. */
const TEMPLATES = {
  severity: 'severity',
  summary: 'summary',
  description: 'description',
  runbook_url: 'runbookUrl',
} as const satisfies Record<string, keyof Alert>;

/** Checks the labels and annotations of every alert as templates of Prometheus. */
export function checkTemplates(spec: Spec, cache: PromQlCache): Problem[] {
  const index = new SpecIndex(spec);
  const alerts = specMetrics(spec).flatMap((metric) => metric.alerts);
  return alerts.flatMap((alert) =>
    Object.entries(TEMPLATES).flatMap(([key, property]) => {
      const ref = { file: alert.ref.file, path: [...alert.ref.path, key] };
      return checkText(ref, alert[property] ?? '', alert, index, cache);
    }),
  );
}

function checkText(
  ref: YamlRef,
  text: string,
  alert: Alert,
  index: SpecIndex,
  cache: PromQlCache,
): Problem[] {
  const { faults, labels } = checkTemplate(text);
  const problems: Problem[] = faults.map(({ message, hint, from }) => ({
    ...ref.file.locateInText(ref.path, from),
    code: 'template-syntax',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  }));
  if (labels.length === 0) return problems;
  const { promql, faults: broken } = cache.analyze(alert.expr);
  if (broken.length > 0) return problems;
  const lost = labels.filter(({ label }) => !keepsLabel(promql, label, index));
  return [
    ...problems,
    ...lost.map(({ label, from }): Problem => ({
      ...ref.file.locateInText(ref.path, from),
      code: 'template-label',
      severity: 'warning',
      message: `the label "${label}" is always empty here: the expression of "${alert.name}" does not keep it`,
    })),
  ];
}

function keepsLabel(promql: PromQl, label: string, index: SpecIndex): boolean {
  return canCarryLabel(promql, label, (series) => {
    const recorded = index.recorded(series);
    return recorded && [...recorded.labels, 'job'];
  });
}
