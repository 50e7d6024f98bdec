import type { Problem } from '@g6/problems';
import { canCarryLabel, checkTemplate, type PromQl, type PromQlCache } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { type Alert, specMetrics, type Spec } from './spec';
import type { SpecIndex } from './spec-index';

/** The texts of an alert that Prometheus expands as templates, by their keys in the spec. */
const TEMPLATES = {
  severity: 'severity',
  summary: 'summary',
  description: 'description',
  runbook_url: 'runbookUrl',
} as const satisfies Record<string, keyof Alert>;

/** Checks the labels and annotations of every alert as templates of Prometheus. */
export function checkTemplates(spec: Spec, index: SpecIndex, cache: PromQlCache): Problem[] {
  const alerts = specMetrics(spec).flatMap((metric) => metric.alerts);
  return alerts.flatMap((alert) =>
    textsOf(alert).flatMap(([path, text]) => {
      const ref = { file: alert.ref.file, path: [...alert.ref.path, ...path] };
      return [...ownedName(ref, path), ...checkText(ref, text, alert, index, cache)];
    }),
  );
}

/** The texts of an alert with their paths. */
function textsOf(alert: Alert): (readonly [path: readonly string[], text: string])[] {
  const named = Object.entries(TEMPLATES).map(
    ([key, property]) => [[key], alert[property] ?? ''] as const,
  );
  const further = (['labels', 'annotations'] as const).flatMap((key) =>
    Object.entries(alert[key]).map(([name, text]) => [[key, name], text] as const),
  );
  return [...named, ...further];
}

/** Labels and annotations that have a key of their own, or that the generator writes. */
const OWNED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  labels: {
    severity: 'write it as the key "severity" of the alert',
    family: 'it is the family of the metric',
    alertname: 'it is the name of the alert',
  },
  annotations: {
    summary: 'write it as the key "summary" of the alert',
    description: 'write it as the key "description" of the alert',
    runbook_url: 'write it as the key "runbook_url" of the alert',
  },
};

function ownedName({ file, path }: YamlRef, [key = '', name]: readonly string[]): Problem[] {
  const hint = name === undefined ? undefined : OWNED[key]?.[name];
  if (hint === undefined) return [];
  const message = `"${name}" cannot be one of the ${key}`;
  return [{ ...file.locateKey(path), code: 'alert-text-owned', severity: 'error', message, hint }];
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
  const distinct = new Set(labels.map(({ label }) => label));
  const kept = new Set([...distinct].filter((label) => keepsLabel(promql, label, index)));
  const lost = labels.filter(({ label }) => !kept.has(label));
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
    if (recorded) return [...recorded.labels, 'job'];
    return index.declares(series) ? index.labelsOf(series) : undefined;
  });
}
