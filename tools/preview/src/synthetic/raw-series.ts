import type { PreviewCatalogue, PreviewSeries } from '@g6/dashboards';
import { type LabelMatcher, matchesText, satisfies } from '@g6/promql';
import { combinations, type Labels, labelValues } from './label-values';
import { histogramSeries, summarySeries } from './raw-histograms';
import { fraction, type Signal, wave } from './signal';

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
  for (const own of ['__name__', ...partLabels(metric), ...catalogue.targetLabels]) {
    names.delete(own);
  }
  const valuesOf = (label: string, position: number) =>
    matchingValues(label, metric.values[label] ?? labelValues(label, position), matchers);
  const labels = [...names, ...catalogue.targetLabels].map((label, position) => {
    return [label, valuesOf(label, position)] as const;
  });
  const sets = combinations(labels, MOST_SERIES).map((set) => ({ __name__: name, ...set }));
  return sets.flatMap((set) => seriesOf(name, metric, set, matchers));
}

/** The labels by which the parts of a metric differ; its series have them by themselves. */
function partLabels({ name, type }: PreviewSeries): string[] {
  if (type === 'summary') return ['quantile'];
  return type === 'stateset' ? [name] : ['le'];
}

function seriesOf(
  name: string,
  metric: PreviewSeries,
  labels: Labels,
  matchers: readonly LabelMatcher[],
): RawSeries[] {
  if (metric.type === 'histogram') return histogramSeries(name, metric, labels, matchers);
  if (metric.type === 'summary') return summarySeries(name, metric, labels, matchers);
  if (metric.type === 'stateset') {
    const states = matchingValues(metric.name, metric.values[metric.name] ?? STATES, matchers);
    return stateSeries(metric, labels, states);
  }
  return [plainSeries(metric, labels)];
}

const STATES = ['running', 'starting', 'paused'];

/** The metric that a series belongs to; undefined if the spec has none. */
function findMetric(name: string, { metrics }: PreviewCatalogue): PreviewSeries | undefined {
  const base = name.replace(/_(?:bucket|sum|count)$/, '');
  return (
    metrics.find((metric) => metric.name === name) ??
    metrics.find(({ name: own, type }) => own === base && /^(?:histogram|summary)$/.test(type))
  );
}

function guessMetric(name: string, labels: readonly string[]): PreviewSeries {
  const type = name.endsWith('_bucket')
    ? 'histogram'
    : /_(?:total|sum|count)$/.test(name)
      ? 'counter'
      : 'gauge';
  const unknown = { unit: undefined, buckets: undefined, native: undefined, values: {} };
  return { name, type, labels, ...unknown };
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
    return matchesText(pattern, text);
  } catch {
    // A pattern that is not one is told as such elsewhere; the data is made up anyway.
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

/** How long a state lasts at least, in seconds. */
const STATE_TIME = 1500;

/** One series a state, of which one is 1 at a time; the first state is the usual one. */
function stateSeries(
  metric: PreviewSeries,
  labels: Labels,
  states: readonly string[],
): RawSeries[] {
  const seed = `${metric.name}${JSON.stringify(labels)}`;
  const current = (seconds: number) => {
    const chance = fraction(`${seed} ${Math.floor(seconds / STATE_TIME)}`);
    return chance < 0.6 ? 0 : Math.floor(((chance - 0.6) / 0.4) * states.length);
  };
  return states.map((state, i) => ({
    labels: { ...labels, [metric.name]: state },
    at: (seconds) => Number(current(seconds) === i),
    slope: () => 0,
  }));
}

/** How long an alert that fires now and then takes to do so again, in seconds. */
const ALERT_PERIOD = 9000;

/** Some alerts fire, and some now and then, so that panels about alerts have something to show. */
function alertSeries({ alerts }: PreviewCatalogue, matchers: readonly LabelMatcher[]): RawSeries[] {
  return alerts
    .filter(({ name }) => fraction(`${name} fires`) < 0.5)
    .map(({ name, severity = 'warning' }) => {
      return { __name__: 'ALERTS', alertname: name, alertstate: 'firing', severity };
    })
    .filter((labels: Labels) => passes(labels, matchers))
    .map((labels) => ({ labels, at: firing(labels.alertname), slope: () => 0 }));
}

function firing(name: string): Signal['at'] {
  if (fraction(`${name} fires`) < 0.25) return () => 1;
  const start = ALERT_PERIOD * fraction(`${name} starts`);
  return (seconds) => ((seconds + start) % ALERT_PERIOD < ALERT_PERIOD / 6 ? 1 : NaN);
}

/** Whether labels pass all matchers. */
export function passes(labels: Labels, matchers: readonly LabelMatcher[]): boolean {
  return matchers.every((matcher) => {
    if (matcher.label === '__name__') return true;
    try {
      return satisfies(matcher, labels);
    } catch {
      return true;
    }
  });
}
