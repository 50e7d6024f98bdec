/**
 * What a metric means, recognized by its name, unit, labels and help. The rules are tried from the
 * first to the last; the first that fits decides, and says why.
 */
import type { Metric } from '@g6/model';
import { COUNT, valueUnit } from './units';
import { wordsIn } from './words';

/** The meanings that gauges have, each with its own way of being drawn. */
export type GaugeMeaning =
  | 'as_declared'
  | 'information'
  | 'moment'
  | 'deadline'
  | 'state'
  | 'ratio'
  | 'measurement'
  | 'amount'
  | 'level';

/** A meaning, and what it was recognized by, as a clause: "its name ends in _ratio". */
export interface Recognized<Meaning extends string = string> {
  readonly as: Meaning;
  readonly because: string;
}

interface Rule {
  readonly as: GaugeMeaning;
  /** Why the rule fits a metric; undefined if it does not. */
  readonly fits: (metric: Metric) => string | undefined;
}

/** A rule by the name of a metric. */
function byName(as: GaugeMeaning, pattern: RegExp): Rule {
  return {
    as,
    fits: ({ name }) => {
      const found = pattern.exec(name)?.[0];
      return found === undefined ? undefined : `its name has "${found.replace(/^_|_$/g, '')}"`;
    },
  };
}

/** A rule by the help text of a metric. */
function byHelp(as: GaugeMeaning, pattern: RegExp): Rule {
  return {
    as,
    fits: ({ help }) => {
      const found = pattern.exec(help ?? '')?.[0];
      return found === undefined ? undefined : `its help says "${found}"`;
    },
  };
}

/** A rule by the unit of a metric, declared or in its name. */
function byUnit(as: GaugeMeaning, units: readonly string[]): Rule {
  return {
    as,
    fits: (metric) => {
      const unit = valueUnit(metric);
      return units.includes(unit) ? `its unit is ${unit}` : undefined;
    },
  };
}

const NUMBERED =
  /(?:^|_)(?:connections|sessions|threads|workers|requests|streams|users|jobs|queries|tasks|clients|goroutines|processes|fds|pods|nodes)(?:_|$)/;

/** States that a name tells, unless it tells that things are counted. */
const STATE: Rule = {
  as: 'state',
  fits: ({ name }) => {
    const found =
      /(?:^|_)(?:up|enabled|active|flag|healthy|ready|leader|successful|success|reachable|online|paused|readonly)$/.exec(
        name,
      )?.[0];
    if (found === undefined || NUMBERED.test(name)) return undefined;
    return `its name ends in "${found.replace(/^_/, '')}"`;
  },
};

const GAUGE_RULES: readonly Rule[] = [
  {
    as: 'as_declared',
    fits: ({ aggregate }) =>
      aggregate === undefined ? undefined : `the spec says aggregate: ${aggregate}`,
  },
  byName('information', /_info$/),
  byHelp('information', /constant '?1'? value|always (?:1|one)\b/i),
  byName(
    'deadline',
    /(?:_(?:not_after|expiry|expires|expiration|deadline)(?:_timestamp|_time)?(?:_seconds)?)$/,
  ),
  byName('moment', /_timestamp(?:_seconds|_ms)?$/),
  byName(
    'moment',
    /(?:boot|start|begin|end|birth|creation|created|success|failure|modification|update|reload|refresh|run|seen|sync|last\w{0,40})_time_seconds$/,
  ),
  STATE,
  byHelp(
    'state',
    /^(?:whether|if)\b|\b(?:1|one) (?:if|when|for|means)\b|\b1\b.{0,40}\b0\b.{0,20}$/i,
  ),
  byUnit('ratio', ['percentunit', 'percent']),
  byUnit('measurement', ['celsius', 'volt', 'amp', 'hertz', 'rotrpm', 'fahrenheit', 'kelvin']),
  byName(
    'measurement',
    /(?:^|_)(?:temp|temperature|voltage|frequency|avg|average|mean|median|p50|p9[0-9]|quantile|load[0-9]*|ratio|percent|humidity|pressure)(?:_|$)/,
  ),
  byUnit('amount', ['bytes', 'decbytes', 'bits', 'joule', 'watt']),
  byName(
    'amount',
    /(?:^|_)(?:depth|size|length|max|maximum|limit|capacity|count|number|num|total|connections?|sessions|threads|goroutines|workers|requests|in_flight|inflight|pending|queued?|backlog|rows|items|entries|objects|files|fds|series|samples|chunks|segments|blocks|users|jobs|tasks|messages|events|used|free|open|running|blocked|allocated|targets|replicas|processes|streams|pods|nodes|nodeclaims|clients|procs)(?:_|$)/i,
  ),
  {
    as: 'amount',
    fits: (metric) => {
      const last = wordsIn(metric.name).at(-1) ?? '';
      const counted = valueUnit(metric) === COUNT && /[^s]s$/.test(last);
      return counted ? `its name ends in the plural "${last}"` : undefined;
    },
  },
];

/** What a gauge means; a level, if nothing tells. */
export function gaugeMeaning(metric: Metric): Recognized<GaugeMeaning> {
  for (const { as, fits } of GAUGE_RULES) {
    const because = fits(metric);
    if (because !== undefined) return { as, because };
  }
  return { as: 'level', because: 'nothing tells that its series can be added up' };
}

/** Names of what waits for a resource: the saturation of USE. */
const SATURATION =
  /^(?:queued?|queues|pending|waiting|waiters|backlog|depth|blocked|lag|load[0-9]*|pressure|stalled|throttled|inflight)$/;
/** Names of what fails: the errors of RED and of USE. */
const FAILURE =
  /^(?:errors?|errs?|failures?|failed|fails|dropped|drops?|rejected|rejections|timeouts?|refused|aborted|retransmits?|retrans|panics|exceptions|discarded|overflows|invalid|unauthorized)$/;
/** Names of what is asked for: the rate of RED. */
const REQUEST = /^(?:requests?|queries|calls|rpcs?|handled|transactions?)$/;

/** The first word of a name that fits a pattern, as a clause; undefined if none does. */
function named(metric: Metric, pattern: RegExp): string | undefined {
  const word = wordsIn(metric.name).find((one) => pattern.test(one));
  return word === undefined ? undefined : `its name has "${word}"`;
}

/** Whether a metric counts or measures what waits, and why. */
export function saturationOf(metric: Metric): string | undefined {
  return named(metric, SATURATION);
}

/** Whether a metric counts what failed, and why. */
export function failureOf(metric: Metric): string | undefined {
  return named(metric, FAILURE);
}

/** Whether requests are those that a program answers, and not those that it makes. */
export function isServed({ name }: Metric): boolean {
  return !wordsIn(name).some((word) => /^(?:client|outgoing|upstream)$/.test(word));
}

/** Whether a metric counts or times requests, and why. */
export function requestOf(metric: Metric): string | undefined {
  return named(metric, REQUEST);
}
