import { bySlug } from '@g6/problems';
import type { FoundRow } from './inventory-rows';

/** A panel that kept its identity or its queries, and changed its title. */
export interface RenamedPanel {
  /** The identity that the panel has now. */
  readonly panel_uuid: string;
  readonly old_title: string;
  /** The title now; the old one if only the unit changed. */
  readonly new_title: string;
  readonly slug: string;
}

/** How two inventories differ; each list in slug order, then in the order of its file. */
export interface InventoryDiff {
  readonly added: readonly FoundRow[];
  readonly removed: readonly FoundRow[];
  readonly renamed: readonly RenamedPanel[];
}

/** Whether there is any difference. */
export function inventoriesDiffer({ added, removed, renamed }: InventoryDiff): boolean {
  return added.length + removed.length + renamed.length > 0;
}

/**
 * Compares two inventories by panel. A panel with another title and the same `panel_uuid`, or else
 * the same `query_uuid`, is renamed; the order of rows never matters.
 */
export function compareInventories(
  previous: readonly FoundRow[],
  current: readonly FoundRow[],
): InventoryDiff {
  const before = new Map(previous.map((row) => [row.panel_uuid, row]));
  const after = new Set(current.map(({ panel_uuid }) => panel_uuid));
  const retitled = current.flatMap((row) => {
    const old = before.get(row.panel_uuid);
    return old && old.title !== row.title ? [renamed(old, row)] : [];
  });
  const gone = previous.filter(({ panel_uuid }) => !after.has(panel_uuid));
  const arrived = current.filter(({ panel_uuid }) => !before.has(panel_uuid));
  const pairs = pairByQueries(gone, arrived);
  const matched = new Set(pairs.flat());
  return {
    added: bySlug(arrived.filter((row) => !matched.has(row))),
    removed: bySlug(gone.filter((row) => !matched.has(row))),
    renamed: bySlug([...retitled, ...pairs.map(([old, row]) => renamed(old, row))]),
  };
}

type Pair = readonly [FoundRow, FoundRow];

/** Pairs rows with the same queries: first those that kept their title, then in order. */
function pairByQueries(gone: readonly FoundRow[], arrived: readonly FoundRow[]): Pair[] {
  const sameTitle = pairByKey(gone, arrived, (row) =>
    row.query_uuid ? JSON.stringify([row.slug, row.query_uuid, row.title]) : undefined,
  );
  const taken = new Set(sameTitle.flat());
  const free = (row: FoundRow) => !taken.has(row);
  const others = pairByKey(gone.filter(free), arrived.filter(free), (row) =>
    row.query_uuid ? JSON.stringify([row.slug, row.query_uuid]) : undefined,
  );
  return [...sameTitle, ...others];
}

function pairByKey(
  gone: readonly FoundRow[],
  arrived: readonly FoundRow[],
  keyOf: (row: FoundRow) => string | undefined,
): Pair[] {
  const waiting = new Map<string, FoundRow[]>();
  for (const row of gone) {
    const key = keyOf(row);
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), row]);
  }
  return arrived.flatMap((row) => {
    const key = keyOf(row);
    const old = key === undefined ? undefined : waiting.get(key)?.shift();
    return old ? [[old, row] as const] : [];
  });
}

function renamed(old: FoundRow, row: FoundRow): RenamedPanel {
  const { panel_uuid, slug, title } = row;
  return { panel_uuid, old_title: old.title, new_title: title, slug };
}
