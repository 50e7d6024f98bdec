import { nearestName } from '@g6/problems';
import { type Selector, spellMatcher, selectMetric, selectSeries } from '@g6/promql';
import { type Presence, type ServerFacts } from './server-facts';
import { minuteOf, spellSeconds } from './time';

/** Why a selector selects nothing, in words. */
export interface Explanation {
  readonly message: string;
  readonly hint?: string;
  /** Since when, if there was something; seconds since 1970. */
  readonly since?: number;
}

/** Explains why nothing has the name of a selector, or why nothing fulfils its matchers. */
export async function explainSelector(
  { name, matchers }: Pick<Selector, 'name' | 'matchers'>,
  facts: ServerFacts,
): Promise<Explanation> {
  const others = matchers.filter(({ label }) => label !== '__name__');
  if (name === undefined) {
    const written = matchers.map(spellMatcher).join(', ');
    return { message: `nothing has {${written}}` };
  }
  const present = await facts.count(selectMetric(name));
  return present === 0 ? explainName(name, facts) : explainMatchers(name, others, facts);
}

/** Explains why no series has a name. */
export async function explainName(name: string, facts: ServerFacts): Promise<Explanation> {
  const presence = await facts.presence(selectMetric(name));
  const lookback = spellSeconds(facts.options.lookback);
  if (!presence) {
    const hint = await whyNever(name, facts);
    const message = `"${name}" has no series, and had none in the last ${lookback}`;
    return { message, ...(hint === undefined ? {} : { hint }) };
  }
  const since = presence.last;
  const successor = await successorOf(name, presence, facts);
  return {
    message: `"${name}" has no series`,
    since,
    ...(successor === undefined ? {} : { hint: successor }),
  };
}

/** Why there may never have been a metric: no rule records it, or it has another name. */
async function whyNever(name: string, facts: ServerFacts): Promise<string | undefined> {
  if (name.includes(':'))
    return 'a recording rule writes it: load the generated rules into Prometheus';
  const near = nearestLike(name, await facts.recentNames());
  return near === undefined ? undefined : describeNear(near, facts);
}

async function describeNear(name: string, facts: ServerFacts): Promise<string | undefined> {
  const count = await facts.count(selectMetric(name));
  return count === 0 ? undefined : `"${name}" has a similar name and is there`;
}

/** Finds the metric that took the place of one that vanished, and says why it is taken for that. */
async function successorOf(
  name: string,
  { last }: Presence,
  facts: ServerFacts,
): Promise<string | undefined> {
  const { now } = facts.options;
  const before = { start: last - SETTLED, end: last };
  const labels = (await facts.labelsWithin(selectMetric(name), before)).join();
  const appeared = (await namesAppearing(name, last, facts)).sort(
    (a, b) => likeness(b, name) - likeness(a, name),
  );
  for (const candidate of appeared.slice(0, MOST_CANDIDATES)) {
    const presence = await facts.presence(selectMetric(candidate));
    if (!presence || presence.first < last - SETTLED) continue;
    const own = await facts.labelsWithin(selectMetric(candidate), { start: last, end: now });
    const same = own.join() === labels;
    if (!same && likeness(candidate, name) < LIKE) continue;
    const why = same ? ', same labels,' : '';
    return `"${candidate}"${why} appeared at ${minuteOf(presence.first)}`;
  }
  const near = nearestLike(name, await facts.recentNames());
  return near === undefined ? undefined : describeNear(near, facts);
}

/** Seconds within which a change is over: a scrape or two, and the 5 minutes that a value stays. */
const SETTLED = 600;
const MOST_CANDIDATES = 5;

/** The names on the same targets that were not there before a moment, and were after it. */
async function namesAppearing(name: string, moment: number, facts: ServerFacts): Promise<string[]> {
  const jobs = await facts.valuesOf('job', selectMetric(name), moment);
  const matchers = [
    { label: '__name__', operator: '!=', value: '' },
    ...(jobs.length === 0
      ? []
      : [{ label: 'job', operator: '=~', value: jobs.map(escape).join('|') }]),
  ];
  const all = `{${matchers.map(spellMatcher).join(', ')}}`;
  const then = new Set(await facts.valuesOf('__name__', all, moment - 1));
  const later = Math.min(facts.options.now, moment + SETTLED / 2);
  return (await facts.valuesOf('__name__', all, later)).filter((one) => !then.has(one));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** How like two names have to be, from 0 to 1. */
const LIKE = 0.6;

function nearestLike(name: string, names: readonly string[]): string | undefined {
  const others = names.filter((one) => one !== name);
  const near = nearestName(name, others);
  if (near !== undefined) return near;
  let [best, most] = [undefined as string | undefined, LIKE];
  for (const other of others) {
    const alike = likeness(name, other);
    if (alike >= most) [best, most] = [other, alike];
  }
  return best;
}

/** The share of words that two names have in common, in whichever order: renamed names keep theirs. */
function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(/[_:.]/)), new Set(b.split(/[_:.]/))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

/** Explains which matchers leave nothing of a metric that is there. */
async function explainMatchers(
  name: string,
  matchers: Selector['matchers'],
  facts: ServerFacts,
): Promise<Explanation> {
  const whole = selectSeries(name, matchers);
  const presence = await facts.presence(whole);
  const since = presence === undefined ? {} : { since: presence.last };
  for (const matcher of matchers) {
    if ((await facts.count(selectSeries(name, [matcher]))) > 0) continue;
    const values = await facts.valuesOf(matcher.label, selectMetric(name));
    const message = `no series of "${name}" has ${spellMatcher(matcher)}`;
    const near = matcher.operator === '=' ? nearestName(matcher.value, values) : undefined;
    const has =
      values.length === 0 ? `it has no label "${matcher.label}"` : `it has ${listed(values)}`;
    return { message, ...since, hint: near === undefined ? has : `did you mean "${near}"? ${has}` };
  }
  const all = matchers.map(spellMatcher).join(', ');
  return { message: `no series of "${name}" has all of {${all}}`, ...since };
}

const MOST_LISTED = 10;

/** Values in quotes, the first of many. */
export function listed(values: readonly string[]): string {
  const shown = values.slice(0, MOST_LISTED).map((value) => JSON.stringify(value));
  const more = values.length > MOST_LISTED ? `, and ${values.length - MOST_LISTED} more` : '';
  return shown.join(', ') + more;
}
