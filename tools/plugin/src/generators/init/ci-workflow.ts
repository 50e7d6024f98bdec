import type { Tree } from '@nx/devkit';
import { readJson } from './edit-json';

/** The workflow that verifies dashboards on GitHub. */
export const WORKFLOW = '.github/workflows/dashboards.yml';

interface PackageManager {
  readonly lockfile: string;
  /** The name of its cache in `actions/setup-node`. */
  readonly cache: string | undefined;
  readonly setup: readonly string[];
  readonly install: string;
  readonly run: string;
}

const SETUP_NODE = 'actions/setup-node@v4';
/** Only yarn 2 and later have this file, and it spells the same option differently. */
const YARN_SETTINGS = '.yarnrc.yml';
const NPM: PackageManager = {
  lockfile: 'package-lock.json',
  cache: 'npm',
  setup: [],
  install: 'npm ci',
  run: 'npx nx',
};
const OTHERS: readonly PackageManager[] = [
  {
    lockfile: 'pnpm-lock.yaml',
    cache: 'pnpm',
    setup: ['      - uses: pnpm/action-setup@v4'],
    install: 'pnpm install --frozen-lockfile',
    run: 'pnpm exec nx',
  },
  {
    lockfile: 'yarn.lock',
    cache: 'yarn',
    setup: [],
    install: 'yarn install --frozen-lockfile',
    run: 'yarn nx',
  },
  {
    lockfile: 'bun.lock',
    cache: undefined,
    setup: ['      - uses: oven-sh/setup-bun@v2'],
    install: 'bun install --frozen-lockfile',
    run: 'bunx nx',
  },
];

/** An action that finds no version in `package.json` wants one here. */
const LATEST = ['        with:', '          version: latest'];

/** The runner has yarn 1; corepack brings the one that `packageManager` names. */
const MODERN_YARN = {
  setup: ['      - run: corepack enable'],
  install: 'yarn install --immutable',
};

/** Writes the workflow, unless there is one of its name. */
export function addCiWorkflow(tree: Tree): void {
  if (tree.exists(WORKFLOW)) return;
  const manager = OTHERS.find(({ lockfile }) => tree.exists(lockfile)) ?? NPM;
  const { defaultBase = 'main' } = readJson(tree, 'nx.json') as { defaultBase?: string };
  const { packageManager } = readJson(tree, 'package.json') as { packageManager?: string };
  const modernYarn = manager.run === 'yarn nx' && tree.exists(YARN_SETTINGS);
  const unnamedPnpm = manager.cache === 'pnpm' && packageManager === undefined;
  const chosen = {
    ...manager,
    ...(modernYarn ? MODERN_YARN : {}),
    ...(unnamedPnpm ? { setup: [...manager.setup, ...LATEST] } : {}),
  };
  tree.write(WORKFLOW, workflowText(chosen, defaultBase));
}

function workflowText({ lockfile, cache, setup, install, run }: PackageManager, base: string) {
  const nodeCache = cache === undefined ? '' : `\n          cache: ${cache}`;
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
${setup.map((line) => `${line}\n`).join('')}      - uses: ${SETUP_NODE}
        with:
          node-version: 22${nodeCache}
      - uses: actions/cache@v4
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
