import type { Tree } from '@nx/devkit';
import { readJson } from './edit-json';

/** How a workspace installs its packages and runs Nx. */
export interface PackageManager {
  readonly lockfile: string;
  /** The name of its cache in `actions/setup-node`. */
  readonly cache: string | undefined;
  /** Steps before its first use on a runner of GitHub. */
  readonly setup: readonly string[];
  /** The command that brings it to an image that has Node.js and npm. */
  readonly globalInstall?: string;
  readonly install: string;
  readonly run: string;
}

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
    globalInstall: 'corepack enable',
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
    globalInstall: 'npm install --global bun',
    install: 'bun install --frozen-lockfile',
    run: 'bunx nx',
  },
];

/** An action that finds no version in `package.json` wants one here. */
const LATEST = ['        with:', '          version: latest'];

/** The runner has yarn 1; corepack brings the one that `packageManager` names. */
const MODERN_YARN = {
  setup: ['      - run: corepack enable'],
  globalInstall: 'corepack enable',
  install: 'yarn install --immutable',
};

/** The package manager whose lockfile the workspace has; npm by default. */
export function packageManagerOf(tree: Tree): PackageManager {
  const manager = OTHERS.find(({ lockfile }) => tree.exists(lockfile)) ?? NPM;
  const { packageManager } = readJson(tree, 'package.json') as { packageManager?: string };
  const modernYarn = manager.run === 'yarn nx' && tree.exists(YARN_SETTINGS);
  const unnamedPnpm = manager.cache === 'pnpm' && packageManager === undefined;
  return {
    ...manager,
    ...(modernYarn ? MODERN_YARN : {}),
    ...(unnamedPnpm ? { setup: [...manager.setup, ...LATEST] } : {}),
  };
}
