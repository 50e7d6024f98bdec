import { addAll, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { RawPart } from '../documents/raw-part';
import { readDocuments } from '../documents/read-documents';
import type { FoundType } from '../found-metric';
import { ProblemList } from '../problem-list';
import { conventionLabels, deprecationOf, oneLine } from './convention-labels';
import type { ConventionMetric, Naming } from './found-convention';
import { prometheusName, prometheusUnit } from './prometheus-names';
import { Registry } from './registry';
import { AttributeResolver } from './resolve-attributes';

/** The metrics of a registry, in the order of its files. */
export interface SemconvReading {
  readonly metrics: readonly ConventionMetric[];
  readonly problems: readonly Problem[];
}

/** How a registry is to be read. */
export interface SemconvOptions {
  /**
   * `prometheus`, the default, names metrics and labels as Prometheus does when it receives them;
   * `otel` keeps the names of the registry, which Prometheus 3 can store as they are.
   */
  readonly naming?: Naming;
}

/**
 * Reads semantic conventions of OpenTelemetry and registries of weaver. References reach across all
 * files; one that leads nowhere is a problem, and the rest of the metric is used.
 */
export function readSemconv(
  sources: readonly SourceFile[],
  { naming = 'prometheus' }: SemconvOptions = {},
): SemconvReading {
  const registry = new Registry();
  const list = new ProblemList();
  const problems: Problem[] = [];
  for (const source of sources) {
    const reading = readDocuments(source);
    addAll(problems, reading.problems);
    for (const document of reading.documents) registry.add(RawPart.root(document), list);
  }
  const resolver = new AttributeResolver(registry, list);
  const known = new Map<string, ConventionMetric>();
  for (const part of registry.metrics) {
    const metric = readMetric(part, resolver, naming, list);
    const other = known.get(metric.name);
    if (!other) known.set(metric.name, metric);
    else if (isRenaming(metric, other)) known.set(metric.name, metric.deprecated ? other : metric);
    else reportSameName(metric, other, list);
  }
  return { metrics: [...known.values()], problems: [...problems, ...list.problems] };
}

const TYPES: Readonly<Record<string, FoundType>> = {
  counter: 'counter',
  updowncounter: 'gauge',
  gauge: 'gauge',
  histogram: 'histogram',
};

function readMetric(
  part: RawPart,
  resolver: AttributeResolver,
  naming: Naming,
  list: ProblemList,
): ConventionMetric {
  const otelName = part.text('metric_name') ?? part.text('name') ?? '';
  const instrument = part.text('instrument') ?? '';
  const type = Object.hasOwn(TYPES, instrument) ? (TYPES[instrument] ?? 'unknown') : 'unknown';
  if (type === 'unknown') {
    const message = `the metric "${otelName}" must have an "instrument", one of ${Object.keys(TYPES).join(', ')}`;
    list.add(part.place, { code: 'import-unreadable', message });
  }
  const ucum = part.scalarText('unit') ?? '';
  const unit = prometheusUnit(ucum, type);
  const help = oneLine(part.text('brief'));
  const note = part.text('note')?.trim();
  const stability = part.text('stability');
  const deprecated = deprecationOf(part.at('deprecated'));
  return {
    name: naming === 'otel' ? otelName : prometheusName(otelName, ucum, type),
    otelName,
    type,
    instrument,
    ...(help === undefined ? {} : { help }),
    ...(unit === undefined ? {} : { unit }),
    ...(note === undefined ? {} : { note }),
    ...(stability === undefined ? {} : { stability }),
    ...(deprecated === undefined ? {} : { deprecated }),
    labels: conventionLabels(resolver.attributesOf(part), naming, list),
    ...{ buckets: [], quantiles: [], native: false, seriesSeen: 0 },
    place: part.place,
  };
}

/** Whether one of two metrics is only the old form of the other; it need not be imported then. */
function isRenaming(a: ConventionMetric, b: ConventionMetric): boolean {
  return (a.deprecated === undefined) !== (b.deprecated === undefined);
}

/** Two names of a registry may be one in Prometheus. */
function reportSameName(
  { name, otelName, place }: ConventionMetric,
  other: ConventionMetric,
  list: ProblemList,
): void {
  const at = `${other.place.file}:${other.place.line}`;
  const message =
    otelName === other.otelName
      ? `the metric "${otelName}" is defined twice; see ${at}`
      : `"${otelName}" and "${other.otelName}" are both "${name}" in Prometheus; see ${at}`;
  list.add(place, { code: 'import-conflict', message });
}
