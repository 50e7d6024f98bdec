import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DashboardText, slugOfFile } from '@g6/dashboard-files';
import type { FilesReading } from './read-inputs';
import { compareText, placelessProblem } from '@g6/problems';
import { readText, reasonOf } from './read-text';

/** Reads the dashboards of a folder in slug order; a folder that is not there has none. */
export function readDashboardFiles(folder: string): FilesReading<DashboardText> {
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

/** The names of the files of dashboards among those in an output folder, in slug order. */
export function dashboardNames(names: readonly string[]): string[] {
  const slugs = new Map(names.map((name) => [name, slugOfFile(name)]));
  return names
    .filter((name) => slugs.get(name) !== undefined && !name.startsWith('.'))
    .sort((a, b) => compareText(slugs.get(a) ?? '', slugs.get(b) ?? ''));
}
