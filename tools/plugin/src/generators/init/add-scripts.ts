import type { Tree } from '@nx/devkit';
import type { NormalizedOptions } from '../../inference/plugin-options';
import { readJson, setJson } from './edit-json';

const PACKAGE_JSON = 'package.json';

/** Adds scripts for what is done most; those that have their names already stay. */
export function addScripts(tree: Tree, { project }: NormalizedOptions): void {
  if (!tree.exists(PACKAGE_JSON)) return;
  const { scripts = {} } = readJson(tree, PACKAGE_JSON) as { scripts?: Record<string, string> };
  const wanted = {
    'dashboards:generate': `nx run ${project}:generate`,
    'dashboards:verify': 'nx run-many -t verify --projects=tag:type:dashboard',
  };
  for (const [name, command] of Object.entries(wanted)) {
    if (!Object.hasOwn(scripts, name)) setJson(tree, PACKAGE_JSON, ['scripts', name], command);
  }
}
