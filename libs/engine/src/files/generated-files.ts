import { META_KEY, type Plan } from '@g6/model';
import { dashboardFileName, isGenerated } from '@g6/dashboard-files';
import type { OutputFolder } from './output-folder';

/**
 * The names of the files in a folder that we wrote for other dashboards than those of these plans; `metaKey` is the key
 * under which the workspace keeps our metadata.
 */
export function orphansIn(
  output: OutputFolder,
  plans: readonly Pick<Plan, 'slug'>[],
  metaKey: string = META_KEY,
): string[] {
  const names = new Set(plans.map(({ slug }) => dashboardFileName(slug)));
  return output
    .dashboardNames()
    .filter((name) => !names.has(name) && isOurs(output, name, metaKey));
}

/** Whether we wrote the file of this name in a folder. */
export function isOurs(output: OutputFolder, name: string, metaKey: string = META_KEY): boolean {
  return isGenerated({ path: name, text: output.read(name) ?? '' }, metaKey);
}
