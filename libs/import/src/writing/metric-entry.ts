import { isMetricType, type MetricType } from '@g6/model';
import { noted } from '@g6/yaml';
import type { FoundMetric, FoundType } from '../found-metric';

/** What a source of metrics says, beyond the metrics themselves. */
export interface MetricSource {
  /** Whether labels of few values close their sets. */
  readonly closesValues: boolean;
  /** Labels that scraping adds, which are none of the metrics' own. */
  readonly targetLabels?: readonly string[];
}

/** A metric as the spec has it: keys in the order in which people write them. */
export function metricEntry(
  metric: FoundMetric,
  source: MetricSource,
  guess: boolean,
): Record<string, unknown> {
  const { name, help, buckets, seriesSeen, labels } = metric;
  const { type, why } = specType(metric);
  const unit = grafanaUnit(metric);
  const own = labels.filter((label) => source.targetLabels?.includes(label.name) !== true);
  return withoutUndefined({
    name,
    type: noted(type, guess ? why : undefined),
    help: helpOf(help),
    labels: own.length > 0 ? own.map((label) => label.name) : undefined,
    cardinality_budget: guess && seriesSeen > 0 ? budgetOf(seriesSeen) : undefined,
    buckets: type === 'histogram' && buckets.length > 0 ? buckets : undefined,
    unit,
  });
}

/** An object without the entries that are undefined. */
export function withoutUndefined(entries: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

/** A text on one line; undefined if there is nothing in it. */
export function helpOf(text: string | undefined): string | undefined {
  const line = text?.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The type of a metric in a spec; one that is unknown is guessed by the name. */
export function specType({ name, type }: Pick<FoundMetric, 'name' | 'type'>): {
  readonly type: MetricType;
  readonly why?: string;
} {
  if (type === 'unknown' && name.endsWith('_total')) {
    return { type: 'counter', why: 'guess: the name ends in _total' };
  }
  return { type: TYPES[type] };
}

const TYPES: Readonly<Record<FoundType, MetricType>> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  // Its samples go up and down, and no rate of them means anything.
  gaugehistogram: typeNamed('unknown'),
  summary: typeNamed('summary'),
  info: typeNamed('info'),
  stateset: typeNamed('stateset'),
  unknown: typeNamed('unknown'),
};

function typeNamed(name: string): MetricType {
  return isMetricType(name) ? name : 'gauge';
}

/** Twice what was seen, rounded up to a number with one digit that is not 0. */
function budgetOf(seriesSeen: number) {
  const twice = 2 * seriesSeen;
  const step = 10 ** Math.max(String(twice).length - 1, 0);
  const budget = twice <= 10 ? twice : Math.ceil(twice / step) * step;
  const rounded = budget === twice ? '' : ', rounded up';
  return noted(budget, `guess: twice the ${seriesSeen} series seen${rounded}`);
}

const UNITS: Readonly<Record<string, string>> = {
  seconds: 's',
  milliseconds: 'ms',
  bytes: 'bytes',
  ratio: 'percentunit',
  percent: 'percent',
};

/** The Grafana unit of a metric whose name does not tell it. */
function grafanaUnit({ name, unit = '' }: FoundMetric): string | undefined {
  if (!Object.hasOwn(UNITS, unit) || name.replace(/_total$/, '').endsWith(`_${unit}`)) {
    return undefined;
  }
  return UNITS[unit];
}
