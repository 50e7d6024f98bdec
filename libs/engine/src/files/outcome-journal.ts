import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isJsonObject } from '@g6/generation';
import type { OutcomeStore, QueryOutcome, SeriesSummary } from '@g6/check';
import { placelessProblem, type Problem } from '@g6/problems';

/** Answers of an earlier run that was interrupted, and of this one. */
export interface OutcomeJournal extends OutcomeStore {
  /** The moment that the run looks at, in seconds since 1970: that of the run that began. */
  readonly now: number;
  /** Removes the file: the run came to its end. */
  readonly finish: () => void;
}

/** A journal, or the problem that keeps it from being used. */
export type JournalReading =
  { readonly journal: OutcomeJournal; readonly problem?: never } | { readonly problem: Problem };

/** Answers older than this say nothing of the present, in seconds. */
const LONGEST = 6 * 3600;

/** Keeps outcomes in memory only. */
export function noJournal(now: number): OutcomeJournal {
  return { now, get: () => undefined, put: () => undefined, finish: () => undefined };
}

/** Opens a file of outcomes, a line for each, or begins one. */
export function openJournal(path: string, prometheus: string, now: number): JournalReading {
  if (!existsSync(path)) {
    writeFileSync(path, `${JSON.stringify({ version: 1, prometheus, now })}\n`);
    return { journal: journalOf(path, now, new Map()) };
  }
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const header = parse(head);
  const refuse = (message: string) => ({
    problem: placelessProblem(
      path,
      'option-value',
      message,
      'name another file, or remove this one',
    ),
  });
  const began = header?.['now'];
  if (header?.['version'] !== 1 || typeof began !== 'number') {
    return refuse('this is not a file that --resume wrote');
  }
  if (header['prometheus'] !== prometheus) return refuse('it holds answers of another server');
  if (now - began > LONGEST) return refuse('its answers are more than 6 hours old');
  const known = new Map<string, QueryOutcome>();
  for (const line of lines) {
    const entry = parse(line);
    const { key, outcome } = entry ?? {};
    // The last line of an interrupted run may be cut.
    if (typeof key === 'string' && isJsonObject(outcome)) known.set(key, revived(outcome));
  }
  return { journal: journalOf(path, began, known) };
}

function journalOf(
  path: string,
  now: number,
  known: ReadonlyMap<string, QueryOutcome>,
): OutcomeJournal {
  return {
    now,
    get: (key) => known.get(key),
    put: (key, outcome) => {
      appendFileSync(path, `${JSON.stringify({ key, outcome })}\n`);
    },
    finish: () => {
      rmSync(path, { force: true });
    },
  };
}

/** JSON has no infinity, which stands for the lack of any value. */
interface Extremes {
  readonly min: number | null;
  readonly max: number | null;
}

function revived(outcome: object): QueryOutcome {
  const { series, ...rest } = outcome as Omit<QueryOutcome, 'series' | 'min' | 'max'> &
    Extremes & { readonly series: readonly (Omit<SeriesSummary, 'min' | 'max'> & Extremes)[] };
  return { ...rest, ...rangeOf(rest), series: series.map((one) => ({ ...one, ...rangeOf(one) })) };
}

function rangeOf({ min, max }: Extremes) {
  return { min: min ?? Infinity, max: max ?? -Infinity };
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
