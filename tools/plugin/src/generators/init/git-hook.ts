import type { Tree } from '@nx/devkit';
import { gitHook, HOOK } from '@g6/dashboards';
import { packageManagerOf } from './package-manager';

/** Writes a hook that verifies the dashboards that uncommitted changes affect, unless there is one. */
export function addGitHook(tree: Tree): void {
  if (tree.exists(HOOK)) return;
  const { run } = packageManagerOf(tree);
  const what = 'Verifies the dashboards that the changes affect.';
  tree.write(HOOK, gitHook(what, `${run} affected -t verify --uncommitted`), { mode: 0o755 });
}
