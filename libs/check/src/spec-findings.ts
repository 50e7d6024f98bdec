import { addAll } from '@g6/problems';
import { type Metric, type SpecIndex, traitsOf } from '@g6/model';
import { type LabelMatcher, selectMetric, selectSeries } from '@g6/promql';
import type { LintSubject } from '@g6/lint';
import { type Ask, metadataOfMetrics, readMetricTypes } from '@g6/prometheus-api';
import { placeOf } from '@g6/lint';
import { inTurn } from './ask-all';
import { type PlacedFinding, findingOf } from './check-finding';
import { explainName, listed } from './explain-selector';
import { minuteOf, spellSeconds } from './time';
import { answered, type Gaps, selectAny, type ServerFacts } from './server-facts';

/** Series of each name that something exposes, and the jobs that do. */
export interface ExposedNames {
  readonly counts: ReadonlyMap<string, number>;
  readonly jobs: ReadonlySet<string>;
  /** Names of which the server did not say whether there are any. */
  readonly unknown: ReadonlySet<string>;
}

/** So many names are asked for at once. */
export const BATCH = 50;

/** Counts the series of every name of the spec, former ones included. */
export async function exposedNames(
  { metrics }: Pick<LintSubject, 'metrics'>,
  facts: ServerFacts,
  gaps: Gaps,
): Promise<ExposedNames> {
  const names = metrics.flatMap(storedNames);
  const counts = new Map<string, number>();
  const jobs = new Set<string>();
  const unknown = new Set<string>();
  await inTurn(batches(names), async (batch) => {
    for (const name of batch) unknown.add(name);
    await gaps.attempt(`the series of ${batch[0] ?? ''} and others`, async () => {
      const samples = await facts.instant(`count by (__name__, job) (${selectAny(batch)})`);
      for (const { labels, value } of samples) {
        const { __name__: name = '', job = '' } = labels;
        counts.set(name, (counts.get(name) ?? 0) + value);
        if (job !== '') jobs.add(job);
      }
      for (const name of batch) unknown.delete(name);
    });
  });
  return { counts, jobs, unknown };
}

/** A list in parts of so many that one request asks for them. */
export function batches<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += BATCH) parts.push(items.slice(at, at + BATCH));
  return parts;
}

/** Compares every metric of the spec with what is exposed. */
export async function metricFindings(
  subject: Pick<LintSubject, 'metrics' | 'index'>,
  exposed: ExposedNames,
  facts: ServerFacts,
  { ask, gaps }: { readonly ask: Ask; readonly gaps: Gaps },
): Promise<PlacedFinding[]> {
  const { counts, unknown } = exposed;
  let types: ReadonlyMap<string, readonly string[]> = new Map<string, string[]>();
  await gaps.attempt('the types of metrics', async () => {
    types = answered(readMetricTypes(await ask(metadataOfMetrics())));
  });
  const found = new Map<Metric, PlacedFinding[]>();
  await inTurn(subject.metrics, async (metric) => {
    const findings: PlacedFinding[] = [];
    found.set(metric, findings);
    if (storedNames(metric).some((name) => unknown.has(name))) return;
    await gaps.attempt(`the metric ${metric.name}`, async () => {
      const series = liveSeries(metric, counts);
      if (series === undefined) {
        addAll(findings, await absent(metric, facts));
        return;
      }
      addAll(findings, typeFindings(metric, types));
      addAll(findings, await labelFindings(metric, series, subject.index, facts));
      addAll(findings, await bucketFindings(metric, counts, facts));
      addAll(findings, await budgetFindings(metric, series, counts, facts));
    });
  });
  return subject.metrics.flatMap((metric) => found.get(metric) ?? []);
}

/** The names of the series of a metric, former ones included. */
function storedNames(metric: Metric): string[] {
  const series = traitsOf(metric.type).series(metric);
  return [metric.name, ...metric.renamedFrom].flatMap((name) =>
    series.map(({ suffix }) => name + suffix),
  );
}

/** The series that has all labels of a metric: a count rather than buckets; undefined if none is there. */
function liveSeries(metric: Metric, counts: ExposedNames['counts']): string | undefined {
  const live = storedNames(metric).filter((name) => (counts.get(name) ?? 0) > 0);
  return live.find((name) => name.endsWith('_count')) ?? live[0];
}

async function absent(metric: Metric, facts: ServerFacts): Promise<PlacedFinding[]> {
  const [first] = traitsOf(metric.type).series(metric);
  const { since, hint } = await explainName(metric.name + (first?.suffix ?? ''), facts);
  const lookback = spellSeconds(facts.options.lookback);
  const when =
    since === undefined ? `, nor did in the last ${lookback}` : ` since ${minuteOf(since)}`;
  const text = `nothing exposes "${metric.name}"${when}`;
  return [findingOf('metric-absent', placeOf(metric.ref, 'name'), text, hint)];
}

/** Types that exporters give to what the spec calls by a finer name. */
const SEEN_AS: Readonly<Record<string, readonly string[]>> = {
  info: ['gauge', 'info'],
  stateset: ['gauge', 'stateset'],
  histogram: ['histogram', 'gaugehistogram'],
};

function typeFindings(
  { name, type, ref }: Metric,
  types: ReadonlyMap<string, readonly string[]>,
): PlacedFinding[] {
  // OpenMetrics leaves the ending out of the name of a family.
  const known = types.get(name) ?? types.get(name.replace(/_(?:total|info)$/, '')) ?? [];
  const told = known.filter((one) => one !== 'unknown' && one !== 'untyped');
  const fits = (one: string) => (SEEN_AS[type] ?? [type]).includes(one);
  if (type === 'unknown' || told.length === 0 || told.some(fits)) return [];
  const message = `"${name}" is a ${told.join(' and a ')}, not a ${type}`;
  const hint = 'write the type that it has, or find out what changed it';
  return [findingOf('type-differs', placeOf(ref, 'type'), message, hint)];
}

async function labelFindings(
  metric: Metric,
  series: string,
  index: SpecIndex,
  facts: ServerFacts,
): Promise<PlacedFinding[]> {
  const { now } = facts.options;
  const declared = [...(index.labelsOf(series) ?? []), ...index.targetLabels];
  const within = await facts.labelsWithin(selectMetric(series), { start: now - 600, end: now });
  const findings: PlacedFinding[] = [];
  for (const label of within.filter((name) => !declared.includes(name))) {
    const some: LabelMatcher = { label, operator: '!=', value: '' };
    if ((await facts.count(selectSeries(series, [some]))) === 0) continue;
    const values = await facts.valuesOf(label, selectMetric(series));
    const message = `"${metric.name}" has the label "${label}", which the spec does not declare: ${listed(values)}`;
    const hint = 'declare it, or list it in target_labels if scraping adds it';
    findings.push(findingOf('label-unexpected', placeOf(metric.ref), message, hint));
  }
  for (const { name, values, ref } of metric.labelFacts) {
    if (!values) continue;
    const live = await facts.valuesOf(name, selectMetric(series));
    const others = live.filter((value) => !values.includes(value));
    if (others.length === 0) continue;
    const message = `the label "${name}" of "${metric.name}" has ${listed(others)}, outside the values of the spec`;
    const at = placeOf(ref, 'values');
    findings.push(findingOf('label-value-unexpected', at, message));
  }
  return findings;
}

async function bucketFindings(
  { name, buckets, ref }: Metric,
  counts: ExposedNames['counts'],
  facts: ServerFacts,
): Promise<PlacedFinding[]> {
  const stored = `${name}_bucket`;
  if (buckets === undefined || (counts.get(stored) ?? 0) === 0) return [];
  const bounds = (await facts.valuesOf('le', selectMetric(stored)))
    .filter((bound) => bound !== '+Inf')
    .map(Number)
    .sort((a, b) => a - b);
  if (bounds.join() === buckets.filter(Number.isFinite).join()) return [];
  const message = `"${name}" has the buckets ${bounds.join(', ')}`;
  return [findingOf('buckets-differ', placeOf(ref, 'buckets'), message)];
}

async function budgetFindings(
  metric: Metric,
  series: string,
  counts: ExposedNames['counts'],
  facts: ServerFacts,
): Promise<PlacedFinding[]> {
  const { cardinalityBudget: budget, name, ref } = metric;
  const count = counts.get(series) ?? 0;
  if (budget === undefined || count <= budget) return [];
  const { now } = facts.options;
  const labels = await facts.labelsWithin(selectMetric(series), { start: now - 600, end: now });
  let [driver, most] = ['', 0];
  for (const label of labels) {
    const [sample] = await facts.instant(
      `count(group by (${spell(label)}) (${selectSeries(series, [{ label, operator: '!=', value: '' }])}))`,
    );
    const values = sample?.value ?? 0;
    if (values > most) [driver, most] = [label, values];
  }
  const message = `"${name}" has ${count} series, and a budget of ${budget}`;
  const hint =
    driver === '' ? undefined : `the label "${driver}" has ${most} values, the most of its labels`;
  return [findingOf('budget-exceeded', placeOf(ref, 'cardinality_budget'), message, hint)];
}

function spell(label: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) ? label : JSON.stringify(label);
}
