import {
  compareForms,
  type DashboardText,
  type Drift,
  hasDrift,
  NO_DRIFT,
} from '@g6/dashboard-files';
import type { ExportedFile } from '@g6/delivery';
import { hasErrors } from '@g6/problems';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { ExportFolder } from '../files/export-folder';
import { exportOf } from './export-run';
import type { PlannedRun } from './plan-run';
import type { VerifyReport, VerifyRequest } from './verify-request';

/**
 * Compares an exported folder with what would be exported, by the settings that it was exported with.
 * Dashboards are compared as generated ones are; other files by their texts, under their paths.
 */
export function verifyExport(run: PlannedRun, request: VerifyRequest): VerifyReport {
  const folder = new ExportFolder(request.output);
  const { record, problem } = folder.record();
  const nothing = { checked: [], drifts: [] };
  if (!record) return { ...nothing, problems: [...run.problems, ...(problem ? [problem] : [])] };
  const { options, rules = DEFAULT_RULE_OPTIONS } = request;
  const { onProgress } = request;
  const { files, problems: found } = exportOf(run, {
    settings: record.settings,
    options,
    rules,
    onProgress,
  });
  // That a form cannot say everything is no difference, and was said when it was exported.
  const refusals = found.filter(({ severity }) => severity === 'error');
  const problems = [...run.problems, ...refusals];
  if (hasErrors(problems)) return { ...nothing, problems };
  const wanted = new Map(files.map((file) => [file.path, file]));
  const dashboards = files.filter(({ slug }) => slug !== undefined);
  const drifts = dashboards.map((file) => compareFile(file, wanted, folder, options.metaKey));
  const drifted = new Set(drifts.filter(hasDrift).map(({ slug }) => slug));
  const partial = request.only !== undefined;
  return {
    problems,
    checked: dashboards.flatMap(({ slug }) => slug ?? []),
    drifts: [
      ...drifts,
      ...otherFiles(files, dashboards, drifted, partial).flatMap((file) =>
        compareTexts(file, folder),
      ),
      ...(partial || !request.orphans ? [] : orphans(folder, wanted, record.files)),
    ],
  };
}

function compareFile(
  { path, text, slug = path, notes }: ExportedFile,
  wanted: ReadonlyMap<string, ExportedFile>,
  folder: ExportFolder,
  metaKey: string,
): Drift {
  const found = folder.read(path);
  if (found === undefined && folder.has(path)) return { slug, ...NO_DRIFT, unreadable: true };
  const besides = notes === undefined ? {} : { notes: wanted.get(notes)?.text };
  const actual: DashboardText | undefined =
    found === undefined
      ? undefined
      : { path, text: found, ...(notes === undefined ? {} : { notes: folder.read(notes) }) };
  return compareForms(slug, { path, text, ...besides }, actual, metaKey);
}

/** Files that are no dashboards. The metadata of a dashboard that differs follows from it. */
function otherFiles(
  files: readonly ExportedFile[],
  dashboards: readonly ExportedFile[],
  drifted: ReadonlySet<string>,
  partial: boolean,
): ExportedFile[] {
  const owners = new Map(dashboards.map(({ notes, slug = '' }) => [notes, slug]));
  return files.filter(({ path, slug }) => {
    if (slug !== undefined) return false;
    const owner = owners.get(path);
    return owner === undefined ? !partial : !drifted.has(owner);
  });
}

function compareTexts({ path, text }: ExportedFile, folder: ExportFolder): Drift[] {
  const found = folder.read(path);
  if (found === text) return [];
  return [
    { slug: path, ...NO_DRIFT, ...(found === undefined ? { missing: true } : { edited: true }) },
  ];
}

function orphans(
  folder: ExportFolder,
  wanted: ReadonlyMap<string, ExportedFile>,
  recorded: Readonly<Record<string, { readonly slug?: string }>>,
): Drift[] {
  return Object.entries(recorded)
    .filter(([path]) => !wanted.has(path) && folder.has(path))
    .map(([path, { slug = path }]) => ({ slug, ...NO_DRIFT, orphaned: true }));
}
