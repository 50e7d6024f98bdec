import { SpecIndex, declaredRules, readSpec, type Spec, specMetrics } from '@g6/model';
import type { Position, Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { addedKey } from './blame-problems';
import type { Found, ImportWorkspace, WriteOptions, WrittenFile } from './import-options';
import { type FoundUse, metricsInQueries } from './metrics-in-queries';
import { SpecDraft } from './spec-draft';
import { type MetricsToWrite, writeMetrics } from './write-metrics';
import { settledSource, writeTargetLabels } from './target-labels';
import { familyOfGroup, RulesWriter, type RulesToWrite } from './write-rules';

/** A spec with an import in it, before anybody knows whether it is valid. */
export interface SpecAttempt {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Problem[];
  readonly metrics: MetricsToWrite;
  readonly rules: RulesToWrite;
  /** Where everything that was added comes from, by its key. */
  readonly added: ReadonlyMap<string, Position>;
}

/** Adds what was found to a spec, apart from what `leftOut` names by its key. */
export function addToSpec(
  everything: Found,
  { spec: files, target }: ImportWorkspace,
  spec: Spec,
  options: WriteOptions,
  leftOut: ReadonlySet<string>,
): SpecAttempt {
  const found = without(everything, leftOut);
  const draft = new SpecDraft(files, spec.families, target.spec);
  const queried = queriedMetrics(found, spec, options).filter(
    ({ name }) => !leftOut.has(addedKey('metric', name)),
  );
  const source = settledSource(found.source, spec, options);
  const metrics = writeMetrics(
    { metrics: [...found.metrics, ...queried], source },
    spec,
    draft,
    options,
  );
  const rules = new RulesWriter(spec, draft, metrics).write(found.groups);
  const disagreements = writeTargetLabels(found.source, spec, files, draft, options);
  draft.addExternal(externalSeries(found, spec));
  const written = draft.finish();
  return {
    files: written.files,
    problems: [...metrics.problems, ...disagreements, ...rules.problems, ...written.problems],
    metrics,
    rules,
    added: placesOf({ ...found, metrics: [...found.metrics, ...queried] }),
  };
}

/** Recorded series that rules and panels read, and that no rule of the spec or the import records. */
function externalSeries(found: Found, spec: Spec): string[] {
  const index = SpecIndex.of(spec);
  const recorded = new Set([
    ...declaredRules(spec).map(({ record }) => record),
    ...found.groups.flatMap(({ rules }) =>
      rules.filter(({ kind }) => kind === 'record').map(({ name }) => name),
    ),
    ...specMetrics(spec).map(({ name }) => name),
  ]);
  const cache = new PromQlCache();
  const read = new Set<string>();
  for (const { expr } of [...ruleUses(found), ...panelUses(found)]) {
    const analyzed = cache.analyze(expr);
    if (analyzed.faults.length > 0) continue;
    for (const name of analyzed.facts.reads) {
      const isRecorded = name.includes(':') && /^[\w:]+$/.test(name);
      if (isRecorded && !recorded.has(name) && !index.isExternal(name)) read.add(name);
    }
  }
  return [...read];
}

function without(found: Found, leftOut: ReadonlySet<string>): Found {
  if (leftOut.size === 0) return found;
  return {
    ...found,
    metrics: found.metrics.filter(({ name }) => !leftOut.has(addedKey('metric', name))),
    groups: found.groups.map((group) => ({
      ...group,
      rules: group.rules.filter(({ kind, name }) => !leftOut.has(keyOfRule(kind, name))),
    })),
  };
}

function keyOfRule(kind: 'record' | 'alert', name: string): string {
  return addedKey(kind === 'record' ? 'rule' : 'alert', name);
}

function placesOf({ metrics, groups }: Found): ReadonlyMap<string, Position> {
  const places = new Map<string, Position>();
  const add = (key: string, place: Position) => {
    if (!places.has(key)) places.set(key, place);
  };
  for (const { name, place } of metrics) add(addedKey('metric', name), place);
  for (const { rules } of groups) {
    for (const { kind, name, place } of rules) add(keyOfRule(kind, name), place);
  }
  return places;
}

/** The metrics that rules and panels read, and that nothing else tells of. */
function queriedMetrics(found: Found, spec: Spec, { guess = true }: WriteOptions) {
  const uses = guess ? [...ruleUses(found), ...panelUses(found)] : [];
  if (uses.length === 0) return [];
  const index = SpecIndex.of(spec);
  const names = new Set([
    ...specMetrics(spec).map(({ name }) => name),
    ...found.metrics.map(({ name }) => name),
    ...declaredRules(spec).map(({ record }) => record),
    ...found.groups.flatMap(({ rules }) =>
      rules.filter(({ kind }) => kind === 'record').map(({ name }) => name),
    ),
  ]);
  const isKnown = (name: string) =>
    names.has(name) ||
    names.has(name.replace(/_(?:bucket|sum|count|created)$/, '')) ||
    index.isExternal(name);
  return metricsInQueries(uses, isKnown, new PromQlCache());
}

function ruleUses({ groups }: Found): FoundUse[] {
  return groups.flatMap((group) =>
    group.rules.map(({ expr, place }) => ({ expr, place, family: familyOfGroup(group) })),
  );
}

function panelUses({ dashboards }: Found): FoundUse[] {
  return dashboards.flatMap(({ sections }) =>
    sections.flatMap(({ panels }) =>
      panels.flatMap(({ queries }) => queries.map(({ expr, place }) => ({ expr, place }))),
    ),
  );
}

/** Reads the spec with an attempt in it. */
export function readAttempt(files: ImportWorkspace['spec'], written: readonly WrittenFile[]) {
  const texts = new Map(written.map(({ path, text }) => [path, text]));
  const known = files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  const paths = new Set(files.map(({ path }) => path));
  const fresh = written
    .filter(({ path }) => !paths.has(path))
    .map(({ path, text }) => ({ path, relativePath: path, text }));
  return readSpec([...known, ...fresh]);
}
