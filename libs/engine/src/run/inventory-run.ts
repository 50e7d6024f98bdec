import { writeReport } from '../files/write-report';
import {
  chooseColumns,
  chooseSources,
  type InventoryFormat,
  type InventoryRow,
  inventoryRows,
  inventoryText,
} from '@g6/inventory';
import { addAll, count, hasErrors, placelessProblem, type Problem } from '@g6/problems';
import { loadDashboards, type DashboardsFrom } from './load-dashboards';
import type { RunRequest } from './run-request';

/** Export options, in addition to those of every run. */
export interface InventoryRequest extends RunRequest {
  readonly from: DashboardsFrom;
  readonly format: InventoryFormat;
  /** Columns in their order; undefined for the default ones. */
  readonly columns: readonly string[] | undefined;
  /** Panel sources to keep; undefined for all panels. */
  readonly sources: readonly string[] | undefined;
  /** File to write; undefined if the caller prints the text. */
  readonly out: string | undefined;
}

/** The rows of an export. */
export interface InventoryReport {
  readonly problems: readonly Problem[];
  readonly rows: readonly InventoryRow[];
  /** How many dashboards the rows are of. */
  readonly dashboards: number;
  /** The inventory; empty while a problem refuses the input. */
  readonly text: string;
}

/** Exports a row for every panel; nothing is written while any problem refuses the input. */
export function inventoryRun(request: InventoryRequest): InventoryReport {
  const { columns, problems: columnProblems } = chooseColumns(request.columns);
  const loaded = loadDashboards(request, request.from);
  const all = loaded.dashboards.flatMap(inventoryRows);
  const { sources, problems: sourceProblems } = chooseSources(
    request.sources,
    all.map(({ source }) => source),
  );
  const rows = sources === undefined ? all : all.filter(({ source }) => sources.has(source));
  const problems: Problem[] = [...columnProblems, ...sourceProblems, ...loaded.problems];
  if (!hasErrors(problems) && rows.length === 0) problems.push(emptyProblem(request, all.length));
  if (hasErrors(problems)) return { problems, rows: [], dashboards: 0, text: '' };
  const text = inventoryText(rows, columns, request.format);
  if (request.out !== undefined) addAll(problems, writeReport(request.out, text));
  return { problems, rows, dashboards: new Set(rows.map(({ slug }) => slug)).size, text };
}

function emptyProblem({ from, output, sources }: InventoryRequest, panels: number): Problem {
  const where = from === 'files' ? output : 'the plans';
  const message =
    panels > 0
      ? `none of ${count(panels, 'panel')} has the source ${sources?.join(' or ') ?? ''}`
      : 'there is no generated dashboard with panels to export';
  const hint = panels > 0 || from === 'memory' ? undefined : 'generate the dashboards first';
  return placelessProblem(where, 'inventory-empty', message, hint);
}
