import type { Tree } from '@nx/devkit';
import { nodeSteps, VERIFY_WORKFLOW } from '@g6/dashboards';
import { readJson } from './edit-json';
import { type PackageManager, packageManagerOf } from './package-manager';

/** Writes the workflow, unless there is one of its name. */
export function addCiWorkflow(tree: Tree): void {
  if (tree.exists(VERIFY_WORKFLOW)) return;
  const { defaultBase = 'main' } = readJson(tree, 'nx.json') as { defaultBase?: string };
  tree.write(VERIFY_WORKFLOW, workflowText(packageManagerOf(tree), defaultBase));
}

function workflowText({ lockfile, cache, setup, install, run }: PackageManager, base: string) {
  return `name: Dashboards

on:
  push:
    branches: [${JSON.stringify(base)}]
  pull_request:

permissions:
  actions: read
  contents: read

env:
  # A runner lives for one job, so the daemon would only watch files that nobody edits.
  NX_DAEMON: 'false'
  # Where the step below can keep them; Nx would put them in the home folder.
  NX_CACHE_DIRECTORY: .nx/cache
  NX_WORKSPACE_DATA_DIRECTORY: .nx/workspace-data

jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The history that nx affected compares with.
          fetch-depth: 0
${nodeSteps({ setup, cache })}      - uses: actions/cache@v4
        with:
          path: |
            .nx/cache
            .nx/workspace-data
          key: nx-\${{ runner.os }}-\${{ hashFiles('${lockfile}') }}-\${{ github.sha }}
          restore-keys: nx-\${{ runner.os }}-\${{ hashFiles('${lockfile}') }}-
      # Nx uses no cache that another machine has made, and every runner counts as another one.
      - run: echo 00000000000000000000000000000001 | sudo tee /etc/machine-id && sudo rm -f /var/lib/dbus/machine-id
      - run: ${install}
      - uses: nrwl/nx-set-shas@v4
        with:
          main-branch-name: ${JSON.stringify(base)}
      - run: ${run} affected -t verify
`;
}
