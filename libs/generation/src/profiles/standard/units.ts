/** Units of the panels of `standard`, from what the spec says or else from names. */
import type { Metric } from '@g6/model';
import { wordsIn } from './words';

/** Grafana unit ids by the word with which a name ends, without `total` and `info`. */
const UNIT_BY_WORD = new Map([
  ['seconds', 's'],
  ['milliseconds', 'ms'],
  ['ms', 'ms'],
  ['microseconds', 'µs'],
  ['us', 'µs'],
  ['nanoseconds', 'ns'],
  ['ns', 'ns'],
  ['minutes', 'm'],
  ['bytes', 'bytes'],
  ['bits', 'bits'],
  ['ratio', 'percentunit'],
  ['percent', 'percent'],
  ['celsius', 'celsius'],
  ['volts', 'volt'],
  ['amperes', 'amp'],
  ['watts', 'watt'],
  ['joules', 'joule'],
  ['hertz', 'hertz'],
  ['rpm', 'rotrpm'],
  ['euros', 'currencyEUR'],
  ['dollars', 'currencyUSD'],
]);

/** A number of things: shortened, as in 1.2 k. */
export const COUNT = 'sishort';
/** A number that is small, and shown as it is. */
export const PLAIN = 'none';

/** The unit of a metric's values. */
export function valueUnit({ name, unit }: Metric): string {
  if (unit !== undefined && unit !== 'short') return unit;
  const words = wordsIn(name).filter((word) => word !== 'total');
  // A load of 0.8 is not "800 m".
  if (/^load[0-9]*$/.test(words.at(-1) ?? '')) return PLAIN;
  return UNIT_BY_WORD.get(words.at(-1) ?? '') ?? COUNT;
}

/** Units of a rate by the unit of what is counted. */
const RATE_UNITS = new Map([
  ['bytes', 'Bps'],
  ['decbytes', 'Bps'],
  ['bits', 'bps'],
  ['joule', 'watt'],
]);

/** Units a second by a word in the name of what is counted. Grafana's `pps` would make half a packet "500 mp/s". */
const RATE_BY_WORD: readonly (readonly [RegExp, string])[] = [
  [/^requests?$/, 'reqps'],
  [/^(?:operations?|ops|queries|commands?|transactions?)$/, 'ops'],
  [/^(?:reads|writes)$/, 'iops'],
];

/** Units of time. A rate of them is a share of time, or a number of things that are busy. */
const TIME_UNITS = new Set(['s', 'ms', 'µs', 'ns', 'm']);

/** Whether a unit is one of time. */
export function isTime(unit: string): boolean {
  return TIME_UNITS.has(unit);
}

/** The unit of a rate; of one that the spec declares for the rate already, that one. */
export function rateUnit(metric: Metric): string {
  const unit = valueUnit(metric);
  const known = RATE_UNITS.get(unit);
  if (known !== undefined) return known;
  if (isTime(unit)) return PLAIN;
  if (unit !== COUNT) return unit;
  const words = wordsIn(metric.name);
  return RATE_BY_WORD.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1] ?? 'cps';
}

const SHARE_WORDS = new Set(['io', 'busy', 'idle', 'active', 'blocked', 'waiting', 'stalled']);

/**
 * Whether a counter of seconds counts the time in which one thing is in a state, so that its rate is a
 * share of time: `disk_io_time_seconds_total`. The time of many things at once, such as that of requests
 * or of CPUs, is not.
 */
export function isTimeShare(metric: Metric): boolean {
  const words = wordsIn(metric.name);
  return (
    valueUnit(metric) === 's' &&
    (words.includes('pressure') ||
      (!words.includes('cpu') && words.some((word) => SHARE_WORDS.has(word))))
  );
}
