/** Titles for people, made of the names of metrics. */
import { type Metric, spellingOf } from '@g6/model';
import type { SourceContext } from '../../panel-source';

/** Endings of names that say a type or a unit, which the panel shows otherwise. */
const ENDINGS = new Set([
  'total',
  'info',
  'seconds',
  'milliseconds',
  'microseconds',
  'nanoseconds',
  'minutes',
  'ms',
  'us',
  'ns',
  'bytes',
  'bits',
  'percent',
  'celsius',
  'volts',
  'amperes',
  'watts',
  'joules',
  'hertz',
  'timestamp',
  'euros',
  'dollars',
]);

/** Words for how long something takes, without which a name says what is counted. */
const DURATION_WORDS = new Set([
  'duration',
  'durations',
  'latency',
  'latencies',
  'time',
  'elapsed',
]);

/** How the names of a spec become words. */
export interface Vocabulary {
  /** How many first words of names are left out. */
  readonly prefix: number;
  /** Metrics whose names differ in their endings only, and therefore keep them. */
  readonly alike: ReadonlySet<string>;
}

/** What the words of a dashboard are made from. */
type Shown = Pick<SourceContext, 'metrics' | 'shownMetrics'>;

const known = new WeakMap<readonly Metric[], Vocabulary>();

/** The vocabulary of the metrics of a dashboard, worked out once. */
export function vocabularyOf({ metrics, shownMetrics }: Shown): Vocabulary {
  const before = known.get(shownMetrics);
  if (before) return before;
  // The title of the dashboard says the first word that all its metrics share.
  const prefix = Math.max(prefixOf(metrics), Math.min(1, prefixOf(shownMetrics)));
  const byTitle = new Map<string, string[]>();
  for (const { name, type } of shownMetrics) {
    // Panels of information stand apart, and their titles say so.
    const words = withoutEndings(spelledOut(wordsIn(name).slice(prefix)));
    const title = `${type === 'info'} ${words.join(' ')}`;
    byTitle.set(title, [...(byTitle.get(title) ?? []), name]);
  }
  const alike = new Set([...byTitle.values()].filter((names) => names.length > 1).flat());
  const vocabulary = { prefix, alike };
  known.set(shownMetrics, vocabulary);
  return vocabulary;
}

const prefixes = new WeakMap<readonly Metric[], number>();

/** How many first words all names share. */
function prefixOf(metrics: readonly Metric[]): number {
  const before = prefixes.get(metrics);
  if (before !== undefined) return before;
  const prefix = sharedPrefix(metrics.map(({ name }) => wordsIn(name)));
  prefixes.set(metrics, prefix);
  return prefix;
}

function sharedPrefix(names: readonly (readonly string[])[]): number {
  const [first, ...others] = names;
  if (!first || others.length === 0) return 0;
  let shared = 0;
  while (names.every((words) => words[shared] === first[shared] && words.length > shared + 1)) {
    shared += 1;
  }
  return shared;
}

/** Words of names that were asked for before: every rule of recognition asks for those of every metric. */
const inNames = new Map<string, readonly string[]>();
const MOST_NAMES = 50_000;

/** The words of a name: `node_memory_MemFree_bytes` has node, memory, mem, free, bytes. */
export function wordsIn(name: string): readonly string[] {
  const before = inNames.get(name);
  if (before) return before;
  // A process that follows edits for days would otherwise remember every name that ever was.
  if (inNames.size >= MOST_NAMES) inNames.clear();
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  inNames.set(name, words);
  return words;
}

/** Words that programs shorten, in full. */
const IN_FULL = new Map([
  ['mem', 'memory'],
  ['errs', 'errors'],
  ['err', 'errors'],
  ['procs', 'processes'],
  ['avail', 'available'],
  ['fds', 'file descriptors'],
  ['filefd', 'file descriptors'],
  ['temp', 'temperature'],
  ['memstats', 'memory'],
  ['inuse', 'in use'],
  ['load1', 'load over 1 minute'],
  ['load5', 'load over 5 minutes'],
  ['load15', 'load over 15 minutes'],
  ['hwmon', 'hardware'],
  ['conns', 'connections'],
  ['reqs', 'requests'],
  ['msgs', 'messages'],
]);

/** Words in full, none of them twice in a row. */
function spelledOut(words: readonly string[]): string[] {
  const full = words.map((word) => IN_FULL.get(word) ?? word);
  return full.filter((word, place) => word !== full[place - 1]);
}

/** The words of a metric's name without those that the dashboard says already. */
export function ownWords({ name }: Metric, { prefix }: Vocabulary): string[] {
  return spelledOut(wordsIn(name).slice(prefix));
}

function withoutEndings(words: readonly string[]): readonly string[] {
  let end = words.length;
  while (end > 1 && ENDINGS.has(words[end - 1] as string)) end -= 1;
  return words.slice(0, end);
}

/** What a metric is about, as a phrase that begins with a capital letter. */
export function subjectOf(metric: Metric, vocabulary: Vocabulary): string {
  return metric.title ?? sentence(subjectWords(metric, vocabulary));
}

/** What the observations of a metric are of: HTTP requests for `http_request_duration_seconds`. */
export function observedOf(metric: Metric, vocabulary: Vocabulary): string {
  const words =
    metric.title === undefined ? subjectWords(metric, vocabulary) : wordsOf(metric.title);
  const last = words.at(-1);
  const timed = last !== undefined && DURATION_WORDS.has(last.toLowerCase());
  // Only the dashboard says of what.
  if (timed && words.length === 1) return 'Observations';
  const counted = timed ? words.slice(0, -1) : words;
  return sentence([...counted.slice(0, -1), plural(counted.at(-1) ?? '')]);
}

function wordsOf(title: string): string[] {
  return title.split(/\s+/).filter((word) => word !== '');
}

function subjectWords(metric: Metric, vocabulary: Vocabulary): readonly string[] {
  const words = ownWords(metric, vocabulary);
  const { alike } = vocabulary;
  const kept = alike.has(metric.name)
    ? words.filter((word) => word !== 'total')
    : withoutEndings(words);
  return kept.length === 0 ? words : kept;
}

/** A phrase with a large first letter; abbreviations keep their spelling. */
export function sentence(words: readonly string[]): string {
  const phrase = words.map((word) => spellingOf(word) ?? word).join(' ');
  const [first = ''] = words;
  return spellingOf(first) === undefined
    ? phrase.charAt(0).toUpperCase() + phrase.slice(1)
    : phrase;
}

/** A phrase that goes on: with a small first letter, unless it begins with an abbreviation. */
export function within(phrase: string): string {
  const [first = ''] = phrase.split(' ');
  return /[A-Z]/.test(first.slice(1)) ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return word.endsWith('s') ? word : `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
