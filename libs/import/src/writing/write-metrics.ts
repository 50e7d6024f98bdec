import { type Metric, type Spec, specMetrics } from '@g6/model';
import { addAll, type Problem } from '@g6/problems';
import { noted } from '@g6/yaml';
import type { FoundMetric } from '../found-metric';
import { chooseFamilies } from './choose-families';
import { compareMetric } from './compare-metric';
import type { WriteOptions } from './import-options';
import { metricEntry, type MetricSource } from './metric-entry';
import type { SpecDraft } from './spec-draft';

/** The metrics that go into a spec, and the families that they go to. */
export interface MetricsToWrite {
  readonly added: readonly string[];
  /** Families that get metrics, in the order of the metrics. */
  readonly families: readonly string[];
  readonly newFamilies: ReadonlySet<string>;
  readonly known: number;
  readonly problems: readonly Problem[];
}

/** Adds the metrics that the spec lacks to a draft of it, and compares the others. */
export function writeMetrics(
  { metrics, source }: { readonly metrics: readonly FoundMetric[]; readonly source: MetricSource },
  spec: Spec,
  draft: SpecDraft,
  { family, guess = true }: WriteOptions,
): MetricsToWrite {
  const known = new Map(specMetrics(spec).map((metric) => [metric.name, metric]));
  const added = firstOfEachName(metrics.filter(({ name }) => !known.has(name)));
  if (!guess && family === undefined && added.length > 0) return needsFamily(added);
  const placed = [...known.values()];
  const chosen = chooseFamilies(namesOf(added), placed, family);
  const owners = guess ? guessOwners(metrics, chosen) : new Map<string, unknown>();
  for (const metric of added) {
    const { name, guess: why } = chosen.get(metric.name) ?? { name: 'other' };
    const into = { name, guess: guess ? why : undefined, owner: owners.get(name) };
    draft.addToFamily(into, 'metrics', metricEntry(metric, source, guess));
  }
  const families = [...new Set(added.map(({ name }) => chosen.get(name)?.name ?? 'other'))];
  const existing = new Set(spec.families.map(({ name }) => name));
  return {
    added: namesOf(added),
    families,
    newFamilies: new Set(families.filter((name) => !existing.has(name))),
    known: firstOfEachName(metrics).length - added.length,
    problems: disagreements(metrics, known, source),
  };
}

function disagreements(
  metrics: readonly FoundMetric[],
  known: ReadonlyMap<string, Metric>,
  { targetLabels = [] }: MetricSource,
): Problem[] {
  const problems: Problem[] = [];
  for (const found of metrics) {
    const metric = known.get(found.name);
    if (metric) addAll(problems, compareMetric(metric, found, targetLabels));
  }
  return problems;
}

function firstOfEachName(metrics: readonly FoundMetric[]): readonly FoundMetric[] {
  const byName = new Map<string, FoundMetric>();
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
  const nothing = { added: [], families: [], newFamilies: new Set<string>(), known: 0 };
  return { ...nothing, problems: [problem] };
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
