import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE } from '@g6/model';
import type { DashboardText } from '@g6/inventory';
import type { FilesReading } from './read-inputs';
import { placelessProblem } from '@g6/problems';
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
  for (const slug of dashboardSlugs(names)) {
    const path = join(folder, `${slug}.json`);
    const reading = readText(path);
    if (reading.problem) problems.push(reading.problem);
    else files.push({ slug, path, text: reading.text });
  }
  return { files, problems };
}

/** The slugs of the dashboards among the names in an output folder, in order. */
export function dashboardSlugs(names: readonly string[]): string[] {
  return names
    .filter((name) => name.endsWith('.json') && name !== MANIFEST_FILE && !name.startsWith('.'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}
