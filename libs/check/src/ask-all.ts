import { type ApiFailure, type Ask, isOfServer } from '@g6/prometheus-api';
import type { SentQuery } from './panel-queries';
import { outcomeOf, type QueryOutcome } from './query-outcome';

/** Outcomes that are known from an earlier run, and that are to be known by a later one. */
export interface OutcomeStore {
  readonly get: (key: string) => QueryOutcome | undefined;
  readonly put: (key: string, outcome: QueryOutcome) => void;
}

/** The outcomes of queries by their keys, and what ended the run before all were asked. */
export interface AskedAll {
  readonly outcomes: ReadonlyMap<string, QueryOutcome>;
  readonly stopped?: ApiFailure;
}

/** Failures of the server one after the other, after which it is taken for gone. */
const MOST_FAILURES = 5;

/** Sends each query once; how many at a time is up to `ask`. */
export async function askAll(
  queries: readonly SentQuery[],
  ask: Ask,
  store: OutcomeStore,
  onProgress: (done: number, total: number) => void,
): Promise<AskedAll> {
  const distinct = new Map(queries.map((query) => [query.key, query]));
  const outcomes = new Map<string, QueryOutcome>();
  let failures = 0;
  let stopped: ApiFailure | undefined;
  const askOne = async (query: SentQuery) => {
    if (stopped) return;
    const known = store.get(query.key);
    const outcome = known ?? (await outcomeOf(query, ask));
    const { failure } = outcome;
    const lost = failure !== undefined && isOfServer(failure);
    failures = lost ? failures + 1 : 0;
    if (lost && (failures >= MOST_FAILURES || failure.kind === 'budget')) stopped ??= failure;
    outcomes.set(query.key, outcome);
    if (!known && !lost) store.put(query.key, outcome);
    onProgress(outcomes.size, distinct.size);
  };
  await inTurn([...distinct.values()], askOne);
  return { outcomes, ...(stopped ? { stopped } : {}) };
}

/** So many queries are on their way at once, most of them waiting for their turn. */
const LANES = 32;

/** Works through a list without making a promise for each of its items at once. */
export async function inTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
}
