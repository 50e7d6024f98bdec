/** How a repository installs its packages and runs their commands. */
export interface PackageManager {
  readonly lockfile: string;
  /** The name of its cache in `actions/setup-node`. */
  readonly cache: string | undefined;
  /** Steps before its first use on a runner of GitHub. */
  readonly setup: readonly string[];
  /** The command that brings it to an image that has Node.js and npm. */
  readonly globalInstall?: string;
  readonly install: string;
  /** What runs the command of an installed package. */
  readonly exec: string;
}

/** Only yarn 2 and later have this file, and it spells the same option differently. */
const YARN_SETTINGS = '.yarnrc.yml';
const NPM: PackageManager = {
  lockfile: 'package-lock.json',
  cache: 'npm',
  setup: [],
  install: 'npm ci',
  exec: 'npx',
};
const OTHERS: readonly PackageManager[] = [
  {
    lockfile: 'pnpm-lock.yaml',
    cache: 'pnpm',
    setup: ['      - uses: pnpm/action-setup@v4'],
    globalInstall: 'corepack enable',
    install: 'pnpm install --frozen-lockfile',
    exec: 'pnpm exec',
  },
  {
    lockfile: 'yarn.lock',
    cache: 'yarn',
    setup: [],
    install: 'yarn install --frozen-lockfile',
    exec: 'yarn',
  },
  {
    lockfile: 'bun.lock',
    cache: undefined,
    setup: ['      - uses: oven-sh/setup-bun@v2'],
    globalInstall: 'npm install --global bun',
    install: 'bun install --frozen-lockfile',
    exec: 'bunx',
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

/**
 * The package manager whose lockfile is there; npm by default. `named` says whether `package.json`
 * names one with its version.
 */
export function packageManagerAmong(
  exists: (file: string) => boolean,
  named: boolean,
): PackageManager {
  const manager = OTHERS.find(({ lockfile }) => exists(lockfile)) ?? NPM;
  const modernYarn = manager.exec === 'yarn' && exists(YARN_SETTINGS);
  const unnamedPnpm = manager.cache === 'pnpm' && !named;
  return {
    ...manager,
    ...(modernYarn ? MODERN_YARN : {}),
    ...(unnamedPnpm ? { setup: [...manager.setup, ...LATEST] } : {}),
  };
}
