import { META_KEY } from '@g6/model';
import { dashboardFileName, isGenerated } from '@g6/dashboard-files';
import type { OutputFolder } from './output-folder';

/**
 * The names of the files in a folder that we wrote for other dashboards than those of these slugs; `metaKey` is the key
 * under which the workspace keeps our metadata.
 */
export function orphansIn(
  output: OutputFolder,
  slugs: readonly string[],
  metaKey: string = META_KEY,
): string[] {
  const names = new Set(slugs.map(dashboardFileName));
  return output
    .dashboardNames()
    .filter((name) => !names.has(name) && isOurs(output, name, metaKey));
}

/** Whether we wrote the file of this name in a folder. */
export function isOurs(output: OutputFolder, name: string, metaKey: string = META_KEY): boolean {
  return isGenerated({ path: name, text: output.read(name) ?? '' }, metaKey);
}
