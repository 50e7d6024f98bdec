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

/** The steps of a workflow of GitHub that bring Node.js, and the package manager. */
export function nodeSteps({ setup, cache }: Pick<PackageManager, 'setup' | 'cache'>): string {
  const nodeCache = cache === undefined ? '' : `\n          cache: ${cache}`;
  return `${setup.map((line) => `${line}\n`).join('')}      - uses: actions/setup-node@v4
        with:
          node-version: 22${nodeCache}
`;
}

/** How a repository without Nx runs a command; `options` as the command line takes them. */
export function commandLine(exec: string, command: string, options: readonly string[]): string {
  // A package that is not installed is not to be looked for in the registry.
  const runner = exec === 'npx' ? 'npx --no-install' : exec;
  return [runner, `g6-dashboards ${command}`, ...options].filter((part) => part !== '').join(' ');
}
