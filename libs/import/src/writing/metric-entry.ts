import type { MetricType } from '@g6/model';
import { noted } from '@g6/yaml';
import type { FoundLabel, FoundMetric } from '../found-metric';

/** What a source of metrics says, beyond the metrics themselves. */
export interface MetricSource {
  /** Whether labels of few values close their sets: those that were seen, or that a source lists. */
  readonly closesValues: false | 'seen' | 'listed';
  /** Labels that scraping adds, which are none of the metrics' own. */
  readonly targetLabels?: TargetLabels;
}

/** Labels that scraping adds, and the server that says so; without one, they are the usual ones. */
export interface TargetLabels {
  readonly names: readonly string[];
  readonly from?: string;
}

/** A metric to write, and what is known of it besides what a source says. */
export interface MetricToWrite extends FoundMetric {
  /** Why the type is guessed, if it is. */
  readonly typeGuess?: string;
  /** The family, if nothing else decides it. */
  readonly family?: string | undefined;
}

/** The most values of a label that are taken for all that there are. */
const MOST_CLOSED = 10;

/** A metric as the spec has it: keys in the order in which people write them. */
export function metricEntry(
  metric: MetricToWrite,
  source: MetricSource,
  guess: boolean,
): Record<string, unknown> {
  const { name, help, buckets, seriesSeen, labels } = metric;
  const { type, why = metric.typeGuess } = specType(metric);
  const unit = grafanaUnit(metric);
  const own = labels.filter((label) => source.targetLabels?.names.includes(label.name) !== true);
  return withoutUndefined({
    name,
    type: guess || why === undefined ? noted(type, why) : 'unknown',
    help: helpOf(help),
    labels: own.length > 0 ? labelEntries(own, source, guess) : undefined,
    cardinality_budget: guess && seriesSeen > 0 ? budgetOf(seriesSeen) : undefined,
    buckets: type === 'histogram' && buckets.length > 0 ? buckets : undefined,
    native: nativeOf(metric, type),
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
  // The samples of a gauge histogram go up and down, and no rate of them means anything.
  return { type: type === 'gaugehistogram' ? 'unknown' : type };
}

function labelEntries(labels: readonly FoundLabel[], source: MetricSource, guess: boolean) {
  return labels.map((label) => {
    const { name, values, complete, help } = label;
    const isClosed =
      guess &&
      source.closesValues !== false &&
      complete &&
      // One value is chance, such as a version.
      values.length > 1 &&
      values.length <= MOST_CLOSED;
    if (!isClosed && help === undefined) return name;
    const why = `guess: all values that ${source.closesValues === 'seen' ? 'were seen' : 'are listed'}`;
    return withoutUndefined({
      name,
      help: helpOf(help),
      values: isClosed ? noted(values, why) : undefined,
    });
  });
}

/** Twice what was seen, rounded up to a number with one digit that is not 0. */
function budgetOf(seriesSeen: number) {
  const twice = 2 * seriesSeen;
  const step = 10 ** Math.max(String(twice).length - 1, 0);
  const budget = twice <= 10 ? twice : Math.ceil(twice / step) * step;
  const rounded = budget === twice ? '' : ', rounded up';
  return noted(budget, `guess: twice the ${seriesSeen} series seen${rounded}`);
}

function nativeOf({ native, buckets }: FoundMetric, type: MetricType) {
  if (!native || type !== 'histogram') return undefined;
  return buckets.length > 0 ? 'both' : true;
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
