import type { DraftBasis, ProfileChoice } from '@g6/generation';
import { didYouMean, NO_PLACE, type Problem } from '@g6/problems';
import {
  burnRate,
  formExamples,
  guardedRatio,
  histogramQuantile,
  minutesToDrain,
  RECORDED_KINDS,
  recordedMetric,
  type RecordedSeries,
  rateBy,
  topByLabels,
} from '@g6/promql';
import { type DeclaredRule, type Metric, type Plan, type SpecIndex, traitsOf } from '@g6/model';
import { companionCounters, type CompanionCounters } from './companion-counters';
import type { RecordingRule, RuleFile, RuleOptions } from './rule-file';
import { seriesReferences, type SeriesReference } from './series-references';
import { suggestedSeries } from './suggested-series';

/** A recorded series with the expression that records it. */
export interface DerivedSeries extends RecordedSeries<Metric> {
  readonly expr: string;
  /** The counter of what is worked off, where the expression reads one. */
  readonly companion?: string;
}

/** The recorded series of a workspace in the order of their rules, and references without one. */
export interface RecordingReading {
  readonly series: readonly DerivedSeries[];
  readonly problems: readonly Problem[];
}

/**
 * Derives a rule for every recorded series that panels and alerts can read, those of the panels of
 * plans included, exactly one for each.
 */
export function deriveSeries(
  basis: DraftBasis,
  { suggest }: RuleOptions,
  plans: readonly Plan[] = [],
  choice?: ProfileChoice,
): RecordingReading {
  const references = seriesReferences(basis, plans, choice);
  const companions = companionCounters(references, basis.index);
  const derived = new Map<string, DerivedSeries>();
  const problems: Problem[] = [];
  const record = (name: string): string | undefined => {
    if (derived.has(name) || basis.index.declares(name)) return undefined;
    const series = basis.index.recorded(name);
    if (!series) return unknownForm(name, basis);
    const spelled = spell(series, companions, basis.index);
    if (typeof spelled === 'string') return spelled;
    // What a rule reads is recorded too; the order of rules puts it first.
    spelled.reads?.forEach(record);
    const { expr, companion } = spelled;
    derived.set(name, {
      ...series,
      expr: basis.renamed.read(expr),
      ...(companion === undefined ? {} : { companion }),
    });
    return undefined;
  };
  for (const reference of references) {
    const reason = record(reference.series);
    if (reason !== undefined) problems.push(underivable(reference, reason, basis.index));
  }
  if (suggest) suggestedSeries(basis.metrics).forEach(record);
  return { series: inOrder([...derived.values()], basis.metrics), problems };
}

/**
 * Writes recorded series as rules, a group for each family. What families declare comes last: it may
 * read what is derived.
 */
export function recordingRules(
  series: readonly DerivedSeries[],
  { spec: { families }, renamed }: Pick<DraftBasis, 'spec' | 'renamed'>,
  { interval, job }: RuleOptions,
): RuleFile<RecordingRule> {
  const groups = families.map(({ name: family, recordingRules }) => ({
    name: `recording_${family}`,
    interval,
    rules: [
      ...series
        .filter(({ metric }) => metric.family === family)
        .map(({ name, expr, labels }) => ({ record: name, expr, ...jobLabel(labels, job) })),
      ...recordingRules.map((rule) => declaredRule(rule, renamed.read(rule.expr))),
    ],
  }));
  return { groups: groups.filter(({ rules }) => rules.length > 0) };
}

/** What a family declares is written as it stands, but for what was renamed. */
function declaredRule({ record, labels }: DeclaredRule, expr: string): RecordingRule {
  return { record, expr, ...(Object.keys(labels).length === 0 ? {} : { labels }) };
}

/** The fixed labels of a recorded series; one that keeps a label `job` of its own gets none. */
export function jobLabel(
  labels: readonly string[],
  job: string,
): { labels?: Readonly<Record<string, string>> } {
  return job === '' || labels.includes('job') ? {} : { labels: { job } };
}

interface Spelled {
  readonly expr: string;
  readonly reads?: readonly string[];
  readonly companion?: string;
}

/** The expression of a series, or the reason why there is none. */
function spell(
  series: RecordedSeries<Metric>,
  companions: CompanionCounters,
  index: SpecIndex,
): Spelled | string {
  const { metric, form, labels, suffix } = series;
  switch (form.kind) {
    case 'quantile':
      return {
        expr: histogramQuantile(
          metric.name,
          form.percentile,
          form.window,
          labels,
          metric.native === true,
        ),
      };
    case 'quantile_ratio': {
      const reads = [form.window, form.against].map(
        (window) => `${metric.name}:p${form.percentile}_${window}${suffix}`,
      );
      return { expr: guardedRatio(reads[0] as string, reads[1] as string), reads };
    }
    case 'rate':
      return { expr: rateBy(metric.name, form.window, labels) };
    case 'total_rate':
      return { expr: rateBy(metric.name, form.window, labels) };
    case 'burn_rows_per_s':
      return { expr: burnRate(metric.name, labels) };
    case 'eta_minutes': {
      const counters = companions.get(metric.name) ?? [];
      const [companion] = counters;
      if (companion === undefined || counters.length > 1) return ambiguous(series, counters);
      const lacking = labels.find((label) => !index.labelsOf(companion)?.includes(label));
      if (lacking !== undefined) return unsplit(series, companion, lacking);
      return { expr: minutesToDrain(metric.name, companion, labels), companion };
    }
    case 'top':
      return { expr: topByLabels(metric.name, form.count, labels) };
  }
}

function ambiguous({ name, metric }: RecordedSeries, counters: readonly string[]): string {
  return counters.length === 0
    ? `no rule can be derived for "${name}": no efficiency panel that reads "${metric.name}:eta_minutes" requires the counter of what is worked off`
    : `no rule can be derived for "${name}": efficiency panels require several counters beside "${metric.name}": ${counters.join(', ')}`;
}

function unsplit({ name }: RecordedSeries, companion: string, label: string): string {
  return `no rule can be derived for "${name}": "${companion}", which tells the pace, has no label "${label}"`;
}

function unknownForm(name: string, { index }: DraftBasis): string {
  const metric = index.metric(recordedMetric(name) ?? '');
  if (!metric) return `no rule can be derived for "${name}": the spec has no metric of that name`;
  const forms = formExamples(traitsOf(metric.type).recorded).map((form) => metric.name + form);
  if (forms.length === 0) {
    return `no rule can be derived for "${name}"; no series are recorded from a metric of type ${metric.type}`;
  }
  return `no rule can be derived for "${name}"; a ${metric.type} has series such as ${forms.join(', ')}, each also with _by_<label>`;
}

function underivable(
  { series, ref, offset }: SeriesReference,
  message: string,
  index: SpecIndex,
): Problem {
  const metric = recordedMetric(series) ?? series;
  // An automatic panel reads it; the metric that the panel is for is where to look.
  const owner = index.metric(metric)?.ref;
  const at = ref?.file.locateInText(ref.path, offset) ??
    owner?.file.locate(owner.path) ?? { file: series, ...NO_PLACE };
  const near = index.metric(metric) ? undefined : didYouMean(metric, index.names);
  const hint =
    near ??
    'read a series that follows the naming, declare it in the recording_rules of a family, or list it in external_metrics';
  return { ...at, code: 'rule-underivable', severity: 'error', message, hint };
}

/** Metrics in spec order, so by family; of one metric, what others read comes first. */
function inOrder(series: DerivedSeries[], metrics: readonly Metric[]): DerivedSeries[] {
  const place = new Map(metrics.map(({ name }, position) => [name, position]));
  const rank = ({ metric, form }: DerivedSeries) =>
    (place.get(metric.name) ?? 0) * RECORDED_KINDS.length + RECORDED_KINDS.indexOf(form.kind);
  return series.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
