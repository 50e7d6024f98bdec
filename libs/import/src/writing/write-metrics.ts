import { type Metric, type Spec, specMetrics } from '@g6/model';
import { addAll, type Problem } from '@g6/problems';
import { noted } from '@g6/yaml';
import type { FoundMetric } from '../found-metric';
import { chooseFamilies } from './choose-families';
import { compareMetric } from './compare-metric';
import type { WriteOptions } from './import-options';
import { metricEntry, type MetricSource, type MetricToWrite } from './metric-entry';
import type { SpecDraft } from './spec-draft';

/** The metrics that go into a spec, and the families that they go to. */
export interface MetricsToWrite {
  readonly added: readonly string[];
  /** Families that get metrics, in the order of the metrics. */
  readonly families: readonly string[];
  readonly newFamilies: ReadonlySet<string>;
  readonly known: number;
  /** The entries of the metrics that are added, by name. */
  readonly entries: ReadonlyMap<string, Record<string, unknown>>;
  /** The family of each metric that is added. */
  readonly familyOf: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Adds the metrics that the spec lacks to a draft of it, and compares the others. */
export function writeMetrics(
  {
    metrics,
    source,
  }: { readonly metrics: readonly MetricToWrite[]; readonly source: MetricSource },
  spec: Spec,
  draft: SpecDraft,
  { family, guess = true }: WriteOptions,
): MetricsToWrite {
  const known = new Map(specMetrics(spec).map((metric) => [metric.name, metric]));
  const added = firstOfEachName(metrics.filter(({ name }) => !known.has(name)));
  const homeless = added.filter((metric) => metric.family === undefined);
  if (!guess && family === undefined && homeless.length > 0) return needsFamily(homeless);
  const placed = [...known.values()];
  const chosen = chooseFamilies(namesOf(added), placed, family);
  const owners = guess ? guessOwners(metrics, chosen) : new Map<string, unknown>();
  const entries = new Map<string, Record<string, unknown>>();
  const familyOf = new Map<string, string>();
  for (const metric of added) {
    const { name, guess: why } =
      metric.family === undefined || family !== undefined
        ? (chosen.get(metric.name) ?? { name: 'other' })
        : { name: metric.family };
    const entry = metricEntry(metric, source, guess);
    const into = { name, guess: guess ? why : undefined, owner: owners.get(name) };
    draft.addToFamily(into, 'metrics', entry);
    entries.set(metric.name, entry);
    familyOf.set(metric.name, name);
  }
  const families = [...new Set(familyOf.values())];
  const existing = new Set(spec.families.map(({ name }) => name));
  return {
    added: namesOf(added),
    families,
    newFamilies: new Set(families.filter((name) => !existing.has(name))),
    known: firstOfEachName(metrics).length - added.length,
    ...{ entries, familyOf },
    problems: disagreements(metrics, known, source),
  };
}

function disagreements(
  metrics: readonly FoundMetric[],
  known: ReadonlyMap<string, Metric>,
  { targetLabels }: MetricSource,
): Problem[] {
  const problems: Problem[] = [];
  for (const found of metrics) {
    const metric = known.get(found.name);
    if (metric) addAll(problems, compareMetric(metric, found, targetLabels?.names ?? []));
  }
  return problems;
}

function firstOfEachName(metrics: readonly MetricToWrite[]): readonly MetricToWrite[] {
  const byName = new Map<string, MetricToWrite>();
  for (const metric of metrics) if (!byName.has(metric.name)) byName.set(metric.name, metric);
  return [...byName.values()];
}

function namesOf(metrics: readonly FoundMetric[]): string[] {
  return metrics.map(({ name }) => name);
}

function needsFamily(added: readonly FoundMetric[]): MetricsToWrite {
  const problem: Problem = {
    ...{ file: '--no-guess', line: 0, column: 0, code: 'option-value', severity: 'error' },
    message: `${added.length} metrics need a family, and none is to be guessed`,
    hint: 'name it with --family',
  };
  return {
    ...{ added: [], families: [], newFamilies: new Set(), known: 0 },
    ...{ entries: new Map(), familyOf: new Map(), problems: [problem] },
  };
}

const BUILD_INFO = /^(.+)_build_info$/;

/** Programs name themselves by a metric such as `node_exporter_build_info`. */
function guessOwners(
  metrics: readonly FoundMetric[],
  chosen: ReadonlyMap<string, { readonly name: string }>,
): ReadonlyMap<string, unknown> {
  const programs = [
    ...new Set(metrics.flatMap(({ name }) => BUILD_INFO.exec(name)?.[1] ?? [])),
  ].filter((program) => program !== 'go');
  const [program] = programs;
  if (program === undefined || programs.length > 1) return new Map();
  const owner = noted(program, `guess: the metric ${program}_build_info names the program`);
  return new Map([...chosen.values()].map(({ name }) => [name, owner]));
}
