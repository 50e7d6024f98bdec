import type { Metric } from '@g6/model';
import { shareBusy, shareNotFree, shareUsed, type Shape } from '@g6/promql';
import { isWanted } from '../../draft-panels';
import type { PanelDraft } from '../../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../../panel-source';
import { joinSentences } from '../../sentences';
import { legendOf, SHARE, standardDraft } from './draft';
import { type Grouping, groupingNote, groupingOf, groupingText, labelsOf, spell } from './grouping';
import { windowOf } from './window';
import { subjectOf, vocabularyOf, wordsIn } from './words';

/**
 * How much of a resource is in use: of a pair of gauges of which one is the whole and the other what is
 * used or free of it, and of a counter of seconds in each mode.
 */
export const utilizationSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'utilization',
  reason: 'Two metrics together say how much of a resource is in use, which neither says alone.',
  draft: (context) => [...busyCounters(context), ...pairedGauges(context)],
};

/** Words for the whole of a resource, the best first; an empty one for a name without any. */
const WHOLE_WORDS = ['total', 'size', 'limit', 'max', 'maximum', 'capacity', 'quota', ''];
/** Words for what is left of a resource; what processes can get counts more than what lies idle. */
const FREE_WORDS = ['available', 'avail', 'free'];
const USED_WORDS = ['used', 'usage', 'in_use', 'allocated', 'open', 'active', 'depth', 'length'];

interface Pair {
  readonly part: Metric;
  readonly whole: Metric;
  readonly free: boolean;
}

function pairedGauges(context: SourceContext): PanelDraft[] {
  const gauges = context.shownMetrics.filter(
    (metric) => metric.type === 'gauge' && isWanted(utilizationSource, metric),
  );
  const byWords = new Map(gauges.map((gauge) => [wordsIn(gauge.name).join('_'), gauge]));
  const taken = new Set<string>();
  const pairs: Pair[] = [];
  for (const word of [...FREE_WORDS, ...USED_WORDS]) {
    for (const part of gauges) {
      const whole = wholeOf(part, word, byWords);
      // What is free and what is available are parts of one whole, which needs one panel.
      if (!whole || taken.has(whole.name)) continue;
      taken.add(whole.name);
      pairs.push({ part, whole, free: FREE_WORDS.includes(word) });
    }
  }
  return pairs.map((pair) => draftPair(pair, context));
}

function wholeOf(
  part: Metric,
  word: string,
  byWords: ReadonlyMap<string, Metric>,
): Metric | undefined {
  const words = `_${wordsIn(part.name).join('_')}_`;
  if (!words.includes(`_${word}_`)) return undefined;
  for (const whole of WHOLE_WORDS) {
    const name = words.replace(`_${word}_`, whole === '' ? '_' : `_${whole}_`).slice(1, -1);
    const found = byWords.get(name);
    if (found && found.name !== part.name && sameLabels(found, part)) return found;
  }
  return undefined;
}

function sameLabels(one: Metric, other: Metric): boolean {
  return (
    one.labels.length === other.labels.length &&
    one.labels.every((label) => other.labels.includes(label))
  );
}

function draftPair({ part, whole, free }: Pair, context: SourceContext): PanelDraft {
  const grouping = resourceGrouping(part, context);
  const labels = labelsOf(grouping);
  const shape = free
    ? shareNotFree(part.name, whole.name, labels)
    : shareUsed(part.name, whole.name, labels);
  const because = free
    ? `${part.name} is what is free of ${whole.name}`
    : `${part.name} is the used part of ${whole.name}`;
  const made = free
    ? `Share that is not free: 1 - ${part.name} / ${whole.name}${groupingText(grouping)}`
    : `${part.name} / ${whole.name}${groupingText(grouping)}`;
  return draftShare(part, { shape, grouping, because, made, of: whole }, context);
}

/** Per label if there is one that tells resources apart, or else per instance. */
function resourceGrouping(metric: Metric, { index }: SourceContext): Grouping {
  const grouping = groupingOf(metric);
  return grouping.by === undefined ? { by: index.instanceLabel, top: false } : grouping;
}

/** Labels whose value tells what a resource spends its time on. */
const MODE_LABELS = ['mode', 'state'];
const IDLE = 'idle';

function busyCounters(context: SourceContext): PanelDraft[] {
  return context.shownMetrics.flatMap((metric) => {
    const label = metric.labels.find((one) => MODE_LABELS.includes(one));
    const known = metric.labelFacts.find(({ name }) => name === label)?.values;
    if (metric.type !== 'counter' || label === undefined) return [];
    if (!isWanted(utilizationSource, metric)) return [];
    if (!metric.name.endsWith('cpu_seconds_total') || known?.includes(IDLE) === false) return [];
    const grouping: Grouping = { by: context.index.instanceLabel, top: false };
    const shape = shareBusy(
      metric.name,
      { label, value: IDLE },
      windowOf(context),
      labelsOf(grouping),
    );
    const because = `it counts seconds by "${label}", of which one is ${IDLE}`;
    const made = `Share of time that is not ${IDLE}${groupingText(grouping)}`;
    return [draftShare(metric, { shape, grouping, because, made, of: metric }, context)];
  });
}

interface Share {
  readonly shape: Shape;
  readonly grouping: Grouping;
  readonly because: string;
  readonly made: string;
  /** The metric whose words are the title. */
  readonly of: Metric;
}

function draftShare(
  metric: Metric,
  { shape, grouping, because, made, of }: Share,
  context: SourceContext,
): PanelDraft {
  const subject = withoutWhole(subjectOf(of, vocabularyOf(context)));
  const title = `${subject} utilization`;
  const draft = standardDraft(metric, {
    source: 'utilization',
    role: 'utilization',
    title: `${title}${groupingNote(grouping)}`,
    unit: 'percentunit',
    queries: [{ expr: spell(shape, grouping), legend: legendOf(grouping.by, title) }],
    made,
    recognized: { as: 'utilization', because },
    range: SHARE,
    splitLabel: grouping.by,
    stat: { slot: 'ratio', title, expr: `max(${shape('')})`, good: 'low' },
  });
  return { ...draft, description: joinSentences(made) };
}

/** "Memory total" is the whole of memory. */
function withoutWhole(subject: string): string {
  const words = subject.split(' ');
  const kept = words.filter((word) => !WHOLE_WORDS.includes(word.toLowerCase()));
  const [first = '', ...rest] = kept.length === 0 ? words : kept;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ');
}
