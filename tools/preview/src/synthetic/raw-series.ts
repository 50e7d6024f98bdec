import type { PreviewCatalogue, PreviewSeries } from '@g6/dashboards';
import type { LabelMatcher } from '@g6/promql';
import { combinations, type Labels, labelValues } from './label-values';
import { fraction, normalShare, type Signal, START, wave } from './signal';

/** A series as a target exports it. */
export interface RawSeries {
  readonly labels: Labels;
  readonly at: (seconds: number) => number;
  /** Its growth per second; what `rate` finds. */
  readonly slope: (seconds: number) => number;
}

/** The most series of one selector. */
const MOST_SERIES = 24;

/** The series that a selector finds; `mentioned` are labels that its expression asks for. */
export function rawSeries(
  name: string,
  matchers: readonly LabelMatcher[],
  catalogue: PreviewCatalogue,
  mentioned: readonly string[],
): RawSeries[] {
  if (name === 'ALERTS') return alertSeries(catalogue, matchers);
  const metric = findMetric(name, catalogue) ?? guessMetric(name, mentioned);
  const names = new Set([...metric.labels, ...matchers.map(({ label }) => label)]);
  for (const own of ['__name__', 'le', 'job', 'instance']) names.delete(own);
  const labels = [...names, 'job', 'instance'].map((label, position) => {
    return [label, matchingValues(label, labelValues(label, position), matchers)] as const;
  });
  const sets = combinations(labels, MOST_SERIES).map((set) => ({ __name__: name, ...set }));
  if (metric.type === 'histogram') return histogramSeries(name, metric, sets, matchers);
  return sets.map((set) => plainSeries(metric, set));
}

/** The metric that a series belongs to; undefined if the spec has none. */
function findMetric(name: string, { metrics }: PreviewCatalogue): PreviewSeries | undefined {
  const base = name.replace(/_(?:bucket|sum|count)$/, '');
  return (
    metrics.find((metric) => metric.name === name) ??
    metrics.find((metric) => metric.name === base && metric.type === 'histogram')
  );
}

function guessMetric(name: string, labels: readonly string[]): PreviewSeries {
  const type = name.endsWith('_bucket')
    ? 'histogram'
    : /_(?:total|sum|count)$/.test(name)
      ? 'counter'
      : 'gauge';
  return { name, type, labels, unit: undefined, buckets: undefined };
}

/** The values of a label that pass the matchers on it; what a matcher names exists. */
function matchingValues(
  label: string,
  values: readonly string[],
  matchers: readonly LabelMatcher[],
): readonly string[] {
  let kept = values;
  for (const { operator, value } of matchers.filter((matcher) => matcher.label === label)) {
    if (operator === '=') kept = value === '' ? [''] : [value];
    else if (operator === '!=') kept = kept.filter((one) => one !== value);
    else if (operator === '!~') kept = kept.filter((one) => !matches(value, one));
    else if (/^[\w.:/|() -]+$/.test(value) && value.includes('|')) {
      kept = value.replace(/^\((.*)\)$/, '$1').split('|');
    } else if (kept.some((one) => matches(value, one))) {
      kept = kept.filter((one) => matches(value, one));
    } else if (/^[\w.:/ -]+$/.test(value)) kept = [value];
  }
  return kept;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    // RE2 has forms that JavaScript does not; the data is made up anyway.
    return true;
  }
}

function plainSeries(metric: PreviewSeries, labels: Labels): RawSeries {
  const seed = JSON.stringify(labels);
  if (metric.type === 'counter') {
    const signal = wave(seed, counterRate(metric.name) * (0.4 + 1.2 * fraction(seed)));
    return { labels, at: signal.total, slope: signal.at };
  }
  const at = gaugeValue(metric, seed);
  return { labels, at, slope: (seconds) => (at(seconds) - at(seconds - 60)) / 60 };
}

/** Events per second; what goes wrong is rarer. */
function counterRate(name: string): number {
  const size = 10 ** (0.3 + 1.7 * fraction(`${name} rate`));
  if (/error|fail|drop|timeout|reject|retr|panic|lost|offender|violation/.test(name)) {
    return size / 400;
  }
  return name.includes('bytes') ? size * 20_000 : name.includes('seconds') ? size / 100 : size;
}

function gaugeValue({ name, unit = '' }: PreviewSeries, seed: string): Signal['at'] {
  const own = 0.5 + fraction(seed);
  const of = (base: number) => wave(seed, base * own).at;
  const rare = of(0.015);
  // What works mostly works.
  const isGood = /success|availab|uptime|_ok_/.test(name);
  const share = isGood ? (seconds: number) => 1 - rare(seconds) : of(0.42);
  if (/_info$|^up$/.test(name)) return () => 1;
  if (/timestamp|_time_seconds$/.test(name)) return (seconds) => seconds - 20 * own;
  if (unit === 'percentunit' || /ratio|fraction/.test(name)) return (s) => Math.min(1, share(s));
  if (unit === 'percent' || /percent|pct/.test(name)) return (s) => Math.min(100, share(s) * 100);
  if (unit === 'ms' || /_ms$|milliseconds/.test(name)) return of(80);
  if (unit === 's' || name.endsWith('seconds')) return of(0.4);
  if (unit.includes('bytes') || name.includes('bytes')) return of(3e8);
  const size = of(10 ** (1.2 + 1.8 * fraction(`${name} size`)));
  return (seconds) => Math.round(size(seconds));
}

const DEFAULT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** How far latencies spread around their median, on a logarithmic scale. */
const SPREAD = 0.7;

function histogramSeries(
  name: string,
  metric: PreviewSeries,
  sets: readonly Labels[],
  matchers: readonly LabelMatcher[],
): RawSeries[] {
  const bounds = [...(metric.buckets ?? DEFAULT_BUCKETS)];
  const asked = matchers.find(({ label, operator }) => label === 'le' && operator === '=');
  return sets.flatMap((labels) => {
    const { __name__: _, ...own } = labels;
    const seed = `${metric.name}${JSON.stringify(own)}`;
    const rate = wave(seed, 4 + 40 * fraction(seed));
    const middle = bounds[Math.floor(bounds.length * 0.4)] ?? 1;
    const median = wave(`${seed} median`, middle * (0.5 + 0.6 * fraction(`${seed} m`)));
    const scaled = (set: Labels, factor: (seconds: number) => number): RawSeries => ({
      labels: set,
      at: (seconds) => rate.total(seconds) * factor(START),
      slope: (seconds) => rate.at(seconds) * factor(seconds),
    });
    if (name.endsWith('_count')) return [scaled(labels, () => 1)];
    const mean = Math.exp((SPREAD * SPREAD) / 2);
    if (name.endsWith('_sum')) return [scaled(labels, (s) => median.at(s) * mean)];
    return [...bounds.map(String), '+Inf']
      .filter((le) => asked === undefined || asked.value === le)
      .map((le) => scaled({ ...labels, le }, (s) => below(Number(le), median.at(s))));
  });
}

function below(bound: number, median: number): number {
  if (Number.isNaN(bound)) return 1;
  return bound <= 0 ? 0 : normalShare(Math.log(bound / median) / SPREAD);
}

/** Some alerts fire, so that panels about alerts have something to show. */
function alertSeries({ alerts }: PreviewCatalogue, matchers: readonly LabelMatcher[]): RawSeries[] {
  return alerts
    .filter(({ name }) => fraction(`${name} fires`) < 0.25)
    .map(({ name, severity = 'warning' }) => {
      return { __name__: 'ALERTS', alertname: name, alertstate: 'firing', severity };
    })
    .filter((labels: Labels) => passes(labels, matchers))
    .map((labels) => ({ labels, at: () => 1, slope: () => 0 }));
}

/** Whether labels pass all matchers. */
export function passes(labels: Labels, matchers: readonly LabelMatcher[]): boolean {
  return matchers.every(({ label, operator, value }) => {
    if (label === '__name__') return true;
    const found = labels[label] ?? '';
    if (operator === '=' || operator === '!=') return (found === value) === (operator === '=');
    return matches(value, found) === (operator === '=~');
  });
}
