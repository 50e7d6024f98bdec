/** By which labels a panel of `standard` splits its metric. */
import type { Metric } from '@g6/model';
import { drawn, type Shape, stableTop } from '@g6/promql';
import { sentence, within, wordsIn } from './words';

/** The most lines that one graph draws. */
const MOST_SERIES = 20;
/** How many lines are drawn where there may be more. */
const TOP = 10;

/** Labels of few values, which say more of a metric than others. */
const TELLING = [
  'mode',
  'state',
  'status',
  'code',
  'reason',
  'type',
  'kind',
  'result',
  'outcome',
  'method',
  'mountpoint',
  'device',
];

/** How a panel splits its metric. */
export interface Grouping {
  /** The label, if it splits at all. */
  readonly by: string | undefined;
  /** Whether only the highest lines are drawn, as there may be more than a graph can show. */
  readonly top: boolean;
}

const WHOLE: Grouping = { by: undefined, top: false };

/**
 * The first label that the spec keeps to 20 series, by the budget of the metric or by its closed values.
 * Labels without a bound are worth a line for the ten highest of their values.
 */
export function groupingOf(metric: Metric): Grouping {
  const { labels } = metric;
  const bounded = labels.find((label) => isBounded(metric, label));
  if (bounded !== undefined) return { by: bounded, top: false };
  const by = labels.find((label) => TELLING.includes(label)) ?? labels[0];
  return by === undefined ? WHOLE : { by, top: true };
}

function isBounded({ cardinalityBudget, labelFacts }: Metric, label: string): boolean {
  const values = labelFacts.find(({ name }) => name === label)?.values;
  return (values ?? []).length > 0
    ? (values as readonly string[]).length <= MOST_SERIES
    : cardinalityBudget !== undefined && cardinalityBudget <= MOST_SERIES;
}

/** The labels of a grouping, for queries. */
export function labelsOf({ by }: Grouping): string[] {
  return by === undefined ? [] : [by];
}

/** A query by its grouping: all of its lines, or the highest. */
export function spell(shape: Shape, { top }: Grouping): string {
  return top ? stableTop(shape, TOP) : drawn(shape);
}

const known = new Map<string, string>();
const MOST_LABELS = 5_000;

/** The words of a label, which nearly every metric has again. */
function labelWords(label: string): string {
  const before = known.get(label);
  if (before !== undefined) return before;
  if (known.size >= MOST_LABELS) known.clear();
  const words = within(sentence(wordsIn(label)));
  known.set(label, words);
  return words;
}

/** How a title tells a grouping, such as `, by reason`. */
export function groupingNote({ by, top }: Grouping): string {
  if (by === undefined) return '';
  const words = labelWords(by);
  return top ? `, top ${TOP} by ${words}` : `, by ${words}`;
}

/** How a description tells it. */
export function groupingText({ by, top }: Grouping): string {
  if (by === undefined) return '';
  return top
    ? ` for each ${by}, of which the ${TOP} highest at the end of the graph are drawn`
    : ` for each ${by}`;
}
