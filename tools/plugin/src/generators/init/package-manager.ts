import type { Tree } from '@nx/devkit';
import { packageManagerAmong, type PackageManager as Manager } from '@g6/dashboards';
import { readJson } from './edit-json';

/** How a workspace installs its packages and runs Nx. */
export interface PackageManager extends Manager {
  readonly run: string;
}

/** The package manager whose lockfile the workspace has; npm by default. */
export function packageManagerOf(tree: Tree): PackageManager {
  const { packageManager } = readJson(tree, 'package.json') as { packageManager?: string };
  const manager = packageManagerAmong((file) => tree.exists(file), packageManager !== undefined);
  return { ...manager, run: `${manager.exec} nx` };
}
