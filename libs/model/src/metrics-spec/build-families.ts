import { RawValue, type YamlFile, type YamlRef } from '@g6/yaml';
import { buildPanel } from '../panels/build-panel';
import { type MetricType, UNKNOWN_ALIAS } from './metric-types';
import type {
  Aggregate,
  Alert,
  DeclaredRule,
  Deprecation,
  Family,
  LabelFacts,
  Metric,
} from './spec';

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
      title: raw.text('title'),
      owner: raw.text('owner') ?? raw.at('owner').text('team'),
      contact: raw.at('owner').text('contact'),
      ownerUrl: raw.at('owner').text('url'),
      recordingRules: raw.items('recording_rules').map((rule) => buildRule(file, name, rule)),
      metrics: raw.items('metrics').map((metric) => buildMetric(file, name, metric)),
      ref: refTo(file, raw),
    }));
}

function buildMetric(file: YamlFile, family: string, raw: RawValue): Metric {
  const name = raw.text('name') ?? '';
  return {
    name,
    type: typeOf(raw.text('type')),
    family,
    help: raw.text('help'),
    labels: raw.items('labels').map(labelNameOf),
    labelFacts: raw.items('labels').flatMap((label) => buildLabel(file, label)),
    title: raw.text('title'),
    aggregate: raw.text('aggregate') as Aggregate | undefined,
    auto: raw.flag('auto') ?? raw.texts('auto') ?? true,
    native: nativeOf(raw.at('native').value),
    cardinalityBudget: raw.number('cardinality_budget'),
    buckets: raw.numbers('buckets'),
    unit: raw.text('unit'),
    renamedFrom: raw.texts('renamed_from') ?? [],
    deprecated: buildDeprecation(file, raw.at('deprecated')),
    panels: raw
      .items('panels')
      .map((panel, index) => buildPanel(file, panel, `${name} panel ${index}`)),
    alerts: raw.items('alerts').map((alert) => buildAlert(file, alert)),
    ref: refTo(file, raw),
  };
}

function buildDeprecation(file: YamlFile, raw: RawValue): Deprecation | undefined {
  if (raw.value === undefined) return undefined;
  return {
    since: raw.text('since'),
    use: raw.text('use'),
    removeAfter: raw.text('remove_after'),
    ref: refTo(file, raw),
  };
}

function labelNameOf(raw: RawValue): string {
  return typeof raw.value === 'string' ? raw.value : (raw.text('name') ?? '');
}

function buildLabel(file: YamlFile, raw: RawValue): LabelFacts[] {
  const name = raw.text('name');
  if (name === undefined) return [];
  const facts = { name, help: raw.text('help'), values: raw.texts('values') };
  return [{ ...facts, errors: raw.texts('errors') ?? [], ref: refTo(file, raw) }];
}

/** An unreadable type stays as it is; checks report it. */
function typeOf(written: string | undefined): MetricType {
  return written === UNKNOWN_ALIAS ? 'unknown' : (written as MetricType);
}

function nativeOf(value: unknown): true | 'both' | undefined {
  return value === true || value === 'both' ? value : undefined;
}

function buildRule(file: YamlFile, family: string, raw: RawValue): DeclaredRule {
  return {
    record: raw.text('record') ?? '',
    expr: raw.text('expr') ?? '',
    labels: textsByName(raw, 'labels'),
    family,
    ref: refTo(file, raw),
  };
}

function textsByName(raw: RawValue, key: string): Record<string, string> {
  return Object.fromEntries(
    raw
      .entries(key)
      .flatMap(([name, { value }]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
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
    keepFiringFor: raw.text('keep_firing_for'),
    labels: textsByName(raw, 'labels'),
    annotations: textsByName(raw, 'annotations'),
    ref: refTo(file, raw),
  };
}

function refTo(file: YamlFile, raw: RawValue): YamlRef {
  return { file, path: raw.path };
}
