import type { FilePanel } from '@g6/dashboard-files';

/** A panel before and after. */
export type PanelPair = readonly [before: FilePanel, after: FilePanel];

/** The panels of two states: those that both have, in the order of the second, and the others. */
export interface PairedPanels {
  readonly pairs: readonly PanelPair[];
  readonly removed: readonly FilePanel[];
  readonly added: readonly FilePanel[];
}

/** Finds a panel again, the surest key first; undefined if the panel lacks the key. */
const KEYS: readonly ((panel: FilePanel) => string | undefined)[] = [
  ({ meta }) => meta?.panelUuid,
  ({ raw }) => (typeof raw['id'] === 'number' ? String(raw['id']) : undefined),
  ({ meta, title }) => meta?.queryUuid && JSON.stringify([meta.queryUuid, title]),
  ({ meta }) => meta?.queryUuid,
  ({ title, type }) => (title === undefined ? undefined : JSON.stringify([title, type])),
  ({ title }) => title,
];

/** Pairs the panels of a dashboard before and after. */
export function pairPanels(
  before: readonly FilePanel[],
  after: readonly FilePanel[],
): PairedPanels {
  const found = new Map<FilePanel, FilePanel>();
  const taken = new Set<FilePanel>();
  for (const keyOf of KEYS) {
    const waiting = new Map<string, FilePanel[]>();
    for (const panel of before) {
      const key = taken.has(panel) ? undefined : keyOf(panel);
      if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), panel]);
    }
    for (const panel of after) {
      const key = found.has(panel) ? undefined : keyOf(panel);
      const old = key === undefined ? undefined : waiting.get(key)?.shift();
      if (!old) continue;
      found.set(panel, old);
      taken.add(old);
    }
  }
  return {
    pairs: after.flatMap((panel) => {
      const old = found.get(panel);
      return old ? [[old, panel] as const] : [];
    }),
    removed: before.filter((panel) => !taken.has(panel)),
    added: after.filter((panel) => !found.has(panel)),
  };
}
