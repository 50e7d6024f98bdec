import {
  exportDashboards,
  type Exported,
  type ExportedFile,
  type ExportFormat,
  type ExportSettings,
} from '@g6/delivery';
import { finishEveryForm } from '@g6/generation';
import { compareText, hasErrors, placelessProblem, type Problem } from '@g6/problems';
import type { RuleOptions } from '@g6/rules';
import { ExportFolder, type ExportRecord, recordOf } from '../files/export-folder';
import type { BasisReading } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import { deriveRules } from './rules-run';
import type { RunRequest } from './run-request';

/** Export options, in addition to those of every run. */
export interface ExportRequest extends RunRequest {
  /** Folder of the export. */
  readonly out: string;
  readonly settings: ExportSettings;
  readonly rules: RuleOptions;
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Called after each dashboard. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The files that an export wrote or removed, or would write or remove, as paths from its folder. */
export interface ExportReport {
  readonly problems: readonly Problem[];
  readonly format: ExportFormat;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of earlier exports that nothing asks for any more. */
  readonly pruned: readonly string[];
}

/**
 * Exports dashboards, or rules, in a form; nothing is written while any problem refuses the input. A run
 * that was asked for some slugs leaves all other files alone.
 */
export function exportRun(request: ExportRequest, loaded?: BasisReading): ExportReport {
  const { settings, dryRun } = request;
  const run = planRun(request, loaded);
  const { files, problems: found } = exportOf(run, request);
  const folder = new ExportFolder(request.out);
  const { record, problem } = folder.record();
  const problems = [
    ...run.problems,
    ...found,
    ...(problem ? [problem] : []),
    ...otherFormat(folder.path, settings, record),
    ...folder.obstacles(files, record),
  ];
  const nothing = { problems, format: settings.format, written: [], unchanged: [], pruned: [] };
  if (hasErrors(problems)) return nothing;
  const stale = request.only === undefined ? staleFiles(files, record) : [];
  const kept = stale.filter((path) => isEdited(folder, path, record));
  const pruned = stale.filter((path) => !kept.includes(path) && folder.has(path));
  const report = {
    ...nothing,
    pruned,
    problems: [...problems, ...kept.map((path) => keptProblem(folder, path))],
  };
  if (dryRun) {
    const written = files.filter(({ path, text }) => folder.read(path) !== text);
    return { ...report, ...sorted(files, written) };
  }
  return {
    ...report,
    ...writeAll(folder, {
      files,
      settings,
      record,
      pruned,
      kept,
      partial: request.only !== undefined,
    }),
  };
}

/** The files of an export, without writing any; none while a problem refuses the input. */
export function exportFiles(
  request: Omit<ExportRequest, 'out' | 'output' | 'dryRun'>,
  loaded?: BasisReading,
): Exported {
  // Nothing is read from or written to a folder of outputs.
  const run = planRun({ ...request, output: '' }, loaded);
  const { files, problems } = exportOf(run, request);
  return { files, problems: [...run.problems, ...problems] };
}

/** What a planned run exports; nothing while a problem refuses its input. */
export function exportOf(
  run: PlannedRun,
  request: Pick<ExportRequest, 'settings' | 'options' | 'rules' | 'onProgress'>,
): Exported {
  const { settings, options, rules, onProgress } = request;
  if (hasErrors(run.problems)) return { files: [], problems: [] };
  if (settings.format === 'prometheus-rule') {
    const { recording, alerts } = deriveRules(run, { options, rules });
    const groups = { recording: recording.groups, alerts: alerts.groups };
    return exportDashboards({ dashboards: [], rules: groups }, settings, options);
  }
  const dashboards = run.dashboards.map((drafted, done, all) => {
    const finished = finishEveryForm(drafted, run.basis, options);
    onProgress?.(done + 1, all.length);
    return finished;
  });
  return exportDashboards({ dashboards, rules: {} }, settings, options);
}

interface Writing {
  readonly files: readonly ExportedFile[];
  readonly settings: ExportSettings;
  readonly record: ExportRecord | undefined;
  readonly pruned: readonly string[];
  /** Files that nothing asks for, and that are kept because they were edited. */
  readonly kept: readonly string[];
  readonly partial: boolean;
}

function writeAll(folder: ExportFolder, writing: Writing) {
  const { files, settings, record, pruned, kept, partial } = writing;
  const own = recordOf(files);
  folder.removeLeftovers(record);
  // First everything old and new: a run that is killed leaves no file that nobody knows of.
  folder.writeRecord({ settings, files: { ...record?.files, ...own } });
  const written = files.filter(({ path, text }) => folder.write(path, text));
  for (const path of pruned) folder.remove(path);
  const others = Object.entries(record?.files ?? {}).filter(
    ([path]) => partial || kept.includes(path),
  );
  folder.writeRecord({ settings, files: { ...Object.fromEntries(others), ...own } });
  return sorted(files, written);
}

function sorted(files: readonly ExportedFile[], written: readonly ExportedFile[]) {
  const paths = (some: readonly ExportedFile[]) => some.map(({ path }) => path);
  return {
    written: paths(written),
    unchanged: paths(files.filter((file) => !written.includes(file))),
  };
}

function staleFiles(files: readonly ExportedFile[], record: ExportRecord | undefined): string[] {
  const wanted = new Set(files.map(({ path }) => path));
  return Object.keys(record?.files ?? {})
    .filter((path) => !wanted.has(path))
    .sort(compareText);
}

function isEdited(folder: ExportFolder, path: string, record: ExportRecord | undefined): boolean {
  const recorded = record?.files[path];
  return recorded !== undefined && folder.has(path) && !folder.isUnedited(path, recorded);
}

function keptProblem(folder: ExportFolder, path: string): Problem {
  const message = 'nothing asks for this file any more, and it was edited; it is kept';
  const problem = placelessProblem(
    `${folder.path}/${path}`,
    'export-foreign',
    message,
    'remove it',
  );
  return { ...problem, severity: 'warning' };
}

function otherFormat(
  path: string,
  { format }: ExportSettings,
  record: ExportRecord | undefined,
): Problem[] {
  if (!record || record.settings.format === format) return [];
  const message = `this folder holds an export in the format ${record.settings.format}, not ${format}`;
  const hint = 'choose a folder for each format, or remove this one';
  return [placelessProblem(path, 'export-foreign', message, hint)];
}
