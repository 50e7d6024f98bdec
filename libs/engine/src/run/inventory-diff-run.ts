import { relative } from 'node:path';
import { META_KEY } from '@g6/model';
import { findRevision, readDashboardsAt } from '../files/git-dashboards';
import { readText } from '../files/read-text';
import { writeReport } from '../files/write-report';
import { type DashboardFile, decodeGenerated } from '@g6/dashboard-files';
import { stableJson } from '@g6/generation';
import {
  compareInventories,
  type FoundRow,
  identityProblems,
  inventoriesDiffer,
  type InventoryDiff,
  type InventoryReading,
  inventoryRows,
  type PlacedRow,
  readInventory,
} from '@g6/inventory';
import {
  addAll,
  EXIT,
  type ExitStatus,
  hasErrors,
  NO_PLACE,
  type Problem,
  statusOf,
} from '@g6/problems';
import { loadDashboardFiles } from './load-dashboards';

/** Which two inventories to compare: two files, or a folder now and at a git revision. */
export type InventorySides =
  | { readonly previous: string; readonly current: string }
  | {
      /** The folder of the generated dashboards. */
      readonly output: string;
      /** The revision to compare with; undefined for the merge base with the default branch. */
      readonly base: string | undefined;
      /** Where work starts from; undefined to look for `main` and `master`. */
      readonly defaultBranch?: string | undefined;
      /** Key of the metadata in dashboards; default `g6_meta`. */
      readonly metaKey?: string | undefined;
      /** Where git runs; `output` is relative to it. */
      readonly cwd: string;
    };

/** The difference of two inventories. */
export interface InventoryDiffReport {
  readonly problems: readonly Problem[];
  readonly diff: InventoryDiff;
  /** The commit that was compared with; none for two files. */
  readonly revision?: string;
  readonly status: ExitStatus;
}

const NO_DIFFERENCE: InventoryDiff = { added: [], removed: [], renamed: [] };

/** Compares two inventories, and writes the difference to `jsonOut` as JSON. */
export function inventoryDiffRun(
  sides: InventorySides,
  jsonOut: string | undefined,
): InventoryDiffReport {
  const loaded = 'previous' in sides ? loadFiles(sides) : loadRevisions(sides);
  const { previous, current, revision } = loaded;
  const problems = [...loaded.problems];
  const at = revision === undefined ? {} : { revision };
  if (hasErrors(problems)) {
    return { problems, diff: NO_DIFFERENCE, status: statusOf(problems), ...at };
  }
  const diff = compareInventories(previous, current);
  if (jsonOut !== undefined) addAll(problems, writeReport(jsonOut, stableJson(diff)));
  const differs = inventoriesDiffer(diff) ? EXIT.inventoryDifferences : EXIT.done;
  return { problems, diff, status: hasErrors(problems) ? statusOf(problems) : differs, ...at };
}

interface LoadedSides {
  readonly previous: readonly FoundRow[];
  readonly current: readonly FoundRow[];
  readonly problems: readonly Problem[];
  readonly revision?: string;
}

function loadFiles(sides: { readonly previous: string; readonly current: string }): LoadedSides {
  const previous = loadInventory(sides.previous);
  const current = loadInventory(sides.current);
  return {
    previous: previous.rows,
    current: current.rows,
    problems: [...previous.problems, ...current.problems],
  };
}

function loadInventory(path: string): InventoryReading {
  const reading = readText(path);
  if (reading.problem) return { rows: [], problems: [reading.problem] };
  return readInventory({ path, text: reading.text });
}

function loadRevisions(sides: Extract<InventorySides, { cwd: string }>): LoadedSides {
  const { output, base, defaultBranch, cwd, metaKey = META_KEY } = sides;
  const now = loadDashboardFiles(output, undefined, metaKey);
  const found = findRevision(cwd, base, defaultBranch);
  if (found.problem) {
    return { previous: [], current: [], problems: [...now.problems, found.problem] };
  }
  const { revision } = found;
  const then = readDashboardsAt(cwd, revision, relative(cwd, output) || '.');
  const before = decodeGenerated(then.files, metaKey);
  const previous = placedRows(before.dashboards);
  const current = placedRows(now.dashboards);
  return {
    previous: previous.map(({ row }) => row),
    current: current.map(({ row }) => row),
    problems: [
      ...now.problems,
      ...then.problems,
      ...before.problems,
      ...identityProblems(previous),
      ...identityProblems(current),
    ],
    revision,
  };
}

function placedRows(dashboards: readonly DashboardFile[]): PlacedRow[] {
  return dashboards.flatMap((dashboard) => {
    const at = { file: dashboard.path ?? dashboard.slug, ...NO_PLACE };
    return inventoryRows(dashboard).map((row) => ({ at, row }));
  });
}
