import type { Tree } from '@nx/devkit';
import { packageManagerOf } from './package-manager';

/** The hook that git runs before a commit, once `core.hooksPath` names its folder. */
export const HOOK = '.githooks/pre-commit';
/** How to have git run the hooks of the repository. */
export const TURN_ON_HOOKS = 'git config core.hooksPath .githooks';

/** Writes a hook that verifies the dashboards that uncommitted changes affect, unless there is one. */
export function addGitHook(tree: Tree): void {
  if (tree.exists(HOOK)) return;
  const { run } = packageManagerOf(tree);
  const text = `#!/bin/sh
# Verifies the dashboards that the changes affect. Turn it on with: ${TURN_ON_HOOKS}
exec ${run} affected -t verify --uncommitted
`;
  tree.write(HOOK, text, { mode: 0o755 });
}
