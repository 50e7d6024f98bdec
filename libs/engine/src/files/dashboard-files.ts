import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DashboardText, slugOfFile } from '@g6/dashboard-files';
import type { FilesReading } from './read-inputs';
import { compareText, placelessProblem, type Problem } from '@g6/problems';
import { ExportFolder } from './export-folder';
import { readText, reasonOf } from './read-text';

/** Reads the dashboards of a folder in slug order; a folder that is not there has none. */
export function readDashboardFiles(folder: string): FilesReading<DashboardText> {
  const exported = new ExportFolder(folder);
  if (exported.isExport) return readExported(exported);
  const files: DashboardText[] = [];
  const problems = [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { files, problems: [] };
    const message = `the folder cannot be read: ${reasonOf(error)}`;
    return { files, problems: [placelessProblem(folder, 'file-unreadable', message)] };
  }
  for (const name of dashboardNames(names)) {
    const path = join(folder, name);
    const reading = readText(path);
    if (reading.problem) problems.push(reading.problem);
    else files.push({ path, text: reading.text });
  }
  return { files, problems };
}

/** Reads the dashboards that an export wrote, whatever folders they are in. */
function readExported(folder: ExportFolder): FilesReading<DashboardText> {
  const { record, problem } = folder.record();
  if (!record) return { files: [], problems: problem ? [problem] : [] };
  const files: DashboardText[] = [];
  const problems: Problem[] = [];
  for (const [name, { slug, notes }] of Object.entries(record.files)) {
    if (slug === undefined) continue;
    const path = join(folder.path, name);
    const reading = readText(path);
    if (reading.problem) problems.push(reading.problem);
    else files.push({ path, slug, text: reading.text, notes: notes && folder.read(notes) });
  }
  files.sort((a, b) => compareText(a.slug ?? '', b.slug ?? ''));
  return { files, problems };
}

/** The names of the files of dashboards among those in an output folder, in slug order. */
export function dashboardNames(names: readonly string[]): string[] {
  const slugs = new Map(names.map((name) => [name, slugOfFile(name)]));
  return names
    .filter((name) => slugs.get(name) !== undefined && !name.startsWith('.'))
    .sort((a, b) => compareText(slugs.get(a) ?? '', slugs.get(b) ?? ''));
}
