import { META_KEY } from '@g6/model';
import { stableJson } from '@g6/generation';
import { compareText } from '@g6/problems';
import {
  parseDashboardFile,
  readDashboard,
  type DashboardFile,
  type FilePanel,
} from './dashboard-file';
import { NO_DRIFT, type Drift } from './drift';

/**
 * Compares the file of a dashboard with what would be generated. Layout, order and metadata never
 * count, the spec's hash aside.
 */
export function compareDashboards(
  slug: string,
  generated: string,
  found: string | undefined,
  metaKey: string = META_KEY,
): Drift {
  if (found === generated) return { slug, ...NO_DRIFT };
  if (found === undefined) return { slug, ...NO_DRIFT, missing: true };
  const actual = parseDashboardFile(found, metaKey);
  if (!actual) return { slug, ...NO_DRIFT, unreadable: true };
  const expected = readDashboard(JSON.parse(generated), metaKey) as DashboardFile;
  const drift = {
    slug,
    ...NO_DRIFT,
    ...comparePanels(expected.panels, actual.panels),
    hash: expected.specHash !== actual.specHash,
  };
  const told = drift.hash || drift.changed.length + drift.added.length + drift.removed.length > 0;
  return { ...drift, edited: !told && restOf(expected) !== restOf(actual) };
}

/** Pairs panels by signature, then by title; what finds no partner was added or removed. */
function comparePanels(expected: readonly FilePanel[], actual: readonly FilePanel[]) {
  const onlyActual = without(actual, expected, ({ signature }) => signature);
  const onlyExpected = without(expected, actual, ({ signature }) => signature);
  const added = without(onlyExpected, onlyActual, ({ title }) => title);
  const removed = without(onlyActual, onlyExpected, ({ title }) => title);
  const changed = without(onlyExpected, added, ({ title }) => title);
  const titles = (panels: readonly FilePanel[]) => panels.map(({ title }) => title);
  return { changed: titles(changed), added: titles(added), removed: titles(removed) };
}

/** The panels left over when each of the others takes away one panel with the same key. */
function without(
  panels: readonly FilePanel[],
  others: readonly FilePanel[],
  keyOf: (panel: FilePanel) => string,
): FilePanel[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return panels.filter((panel) => {
    const left = counts.get(keyOf(panel)) ?? 0;
    if (left > 0) counts.set(keyOf(panel), left - 1);
    return left === 0;
  });
}

/** Everything that neither tokens nor layout nor metadata tell, in an order of its own. */
function restOf(dashboard: DashboardFile): string {
  const panels = dashboard.panels
    .map(({ signature, rest }) => [signature, rest] as const)
    .sort(([a], [b]) => compareText(a, b));
  return stableJson([dashboard.rest, panels]);
}
