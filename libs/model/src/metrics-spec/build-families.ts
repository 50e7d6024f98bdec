import { RawValue, type YamlFile, type YamlRef } from '@g6/yaml';
import { buildPanel } from '../panels/build-panel';
import type { MetricType } from './metric-types';
import type { Alert, Family, Metric } from './spec';

/**
 * Builds the families of one spec file from its value.
 * Values of the wrong type are skipped, so that checks see the rest of a spec that has shape
 * problems; such a spec is never generated from.
 */
export function buildFamilies(file: YamlFile): Family[] {
  return new RawValue(file.value, [])
    .entries('families')
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, raw]) => ({
      name,
      owner: raw.text('owner'),
      metrics: raw.items('metrics').map((metric) => buildMetric(file, name, metric)),
      ref: refTo(file, raw),
    }));
}

function buildMetric(file: YamlFile, family: string, raw: RawValue): Metric {
  const name = raw.text('name') ?? '';
  return {
    name,
    type: raw.text('type') as MetricType,
    family,
    help: raw.text('help'),
    labels: raw.texts('labels') ?? [],
    cardinalityBudget: raw.number('cardinality_budget'),
    buckets: raw.numbers('buckets'),
    unit: raw.text('unit'),
    panels: raw
      .items('panels')
      .map((panel, index) => buildPanel(file, panel, `${name} panel ${index}`)),
    alerts: raw.items('alerts').map((alert) => buildAlert(file, alert)),
    ref: refTo(file, raw),
  };
}

function buildAlert(file: YamlFile, raw: RawValue): Alert {
  return {
    name: raw.text('alert') ?? '',
    expr: raw.text('expr') ?? '',
    for: raw.text('for'),
    severity: raw.text('severity'),
    summary: raw.text('summary'),
    description: raw.text('description'),
    runbookUrl: raw.text('runbook_url'),
    ref: refTo(file, raw),
  };
}

function refTo(file: YamlFile, raw: RawValue): YamlRef {
  return { file, path: raw.path };
}
