import type { Position } from '@g6/problems';
import type { FoundMetric, FoundType } from '../found-metric';
import type { ProblemList } from '../problem-list';
import { isNumber } from './parse-sample';
import { labelsOf, type PartLabel, type SeriesTally } from './series-tally';

/** The metadata of one name from `# TYPE`, `# HELP` and `# UNIT`. */
export interface Declaration {
  readonly name: string;
  readonly place: Position;
  type?: FoundType;
  help?: string;
  unit?: string;
}

/** Everything that an exposition says, by name. */
export interface Seen {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly tallies: ReadonlyMap<string, SeriesTally>;
  /** Whether the format is OpenMetrics, whose families are named without `_total` and `_info`. */
  readonly openMetrics: boolean;
}

/** The endings that the samples of a type have besides the bare name of their family. */
const ENDINGS: Readonly<Record<FoundType, readonly string[]>> = {
  counter: ['_total', '_created'],
  gauge: [],
  histogram: ['_bucket', '_count', '_sum', '_created'],
  gaugehistogram: ['_bucket', '_gcount', '_gsum', '_created'],
  summary: ['_count', '_sum', '_created'],
  info: ['_info'],
  stateset: [],
  unknown: [],
};

const PARTS: Partial<Record<FoundType, PartLabel>> = {
  histogram: 'le',
  gaugehistogram: 'le',
  summary: 'quantile',
};

/**
 * Joins samples with the families that they belong to, `x_bucket` with the histogram `x`. The order
 * of the lines makes no difference, so families may be interleaved. Samples of no family are metrics
 * of an unknown type.
 */
export function joinFamilies(seen: Seen, problems: ProblemList): FoundMetric[] {
  const taken = new Set<string>();
  const metrics = [...seen.declarations.values()].map((declaration) => {
    const found = samplesOf(declaration, seen);
    for (const tally of found.taken) taken.add(tally.name);
    return toMetric(declaration, found, problems);
  });
  for (const tally of seen.tallies.values()) {
    if (taken.has(tally.name)) continue;
    const { name, place } = tally;
    metrics.push(toMetric({ name, place }, { name, tallies: [tally], taken: [] }, problems));
  }
  return metrics.sort((a, b) => a.place.line - b.place.line);
}

interface FamilySamples {
  /** The name that queries select. */
  readonly name: string;
  readonly tallies: readonly SeriesTally[];
  readonly taken: readonly SeriesTally[];
}

function samplesOf({ name, type = 'unknown' }: Declaration, seen: Seen): FamilySamples {
  const bare = seen.tallies.get(name);
  const ended = ENDINGS[type].flatMap((ending) => {
    // A name that has a type of its own belongs to itself.
    if (seen.declarations.get(name + ending)?.type !== undefined) return [];
    const tally = seen.tallies.get(name + ending);
    return tally ? [{ ending, tally }] : [];
  });
  const created = ended.filter(({ ending }) => ending === '_created').map(({ tally }) => tally);
  const others = ended.filter(({ ending }) => ending !== '_created').map(({ tally }) => tally);
  if (type === 'counter' || type === 'info') {
    const tallies = bare ? [bare] : others;
    const selected = tallies[0]?.name ?? nameWithoutSamples(name, type, seen.openMetrics);
    return { name: selected, tallies, taken: [...tallies, ...created] };
  }
  const tallies = [...(bare ? [bare] : []), ...others];
  return { name, tallies, taken: [...tallies, ...created] };
}

function nameWithoutSamples(name: string, type: 'counter' | 'info', openMetrics: boolean): string {
  const ending = type === 'counter' ? '_total' : '_info';
  return openMetrics && !name.endsWith(ending) ? name + ending : name;
}

function toMetric(
  { name: family, place, type = 'unknown', help, unit }: Declaration,
  { name, tallies }: FamilySamples,
  problems: ProblemList,
): FoundMetric {
  const part = PARTS[type];
  const bare = tallies.find((tally) => tally.name === family);
  if (part === 'le' && bare && !bare.native) {
    const message = `"${family}" is a ${type}, and has a sample without _bucket, _sum or _count`;
    problems.add(bare.place, { code: 'import-conflict', message });
  }
  const bounds = (label: PartLabel): number[] =>
    part === label ? numbersOf(tallies, label, problems) : [];
  return {
    name,
    type,
    ...(help === undefined ? {} : { help }),
    ...(unit === undefined ? {} : { unit }),
    labels: labelsOf(tallies, part),
    buckets: bounds('le'),
    quantiles: bounds('quantile'),
    native: tallies.some(({ native }) => native),
    seriesSeen: tallies.reduce((most, tally) => Math.max(most, tally.seriesSeen(part)), 0),
    place: firstOf(place, tallies),
  };
}

function firstOf(declared: Position, tallies: readonly SeriesTally[]): Position {
  return tallies.reduce((first, { place }) => (place.line < first.line ? place : first), declared);
}

/** The finite numbers among the values of a part label, in rising order. */
function numbersOf(
  tallies: readonly SeriesTally[],
  part: PartLabel,
  problems: ProblemList,
): number[] {
  const numbers = new Set<number>();
  for (const tally of tallies) {
    for (const value of tally.parts[part]) {
      if (!isNumber(value)) {
        const message = `"${tally.name}" has the label ${part}="${value.slice(0, 40)}", which is not a number`;
        problems.add(tally.place, { code: 'import-unreadable', message });
      } else if (Number.isFinite(Number(value))) {
        numbers.add(Number(value));
      }
    }
  }
  return [...numbers].sort((a, b) => a - b);
}
