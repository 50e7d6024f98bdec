import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUPPORTED_NX } from './supported-nx';

/** A package manager that the tests install the packages with. */
export interface PackageManager {
  readonly name: string;
  /** The package that it comes in, from the registry of npm. */
  readonly package: string;
  /** Its program, in the folder of that package. */
  readonly program: string;
  /** Whether Node.js runs the program. */
  readonly isScript: boolean;
  /**
   * Ends of what the plugin allows. Together, the first ones of all package managers cover both; the
   * others are tried on request.
   */
  readonly nx: readonly string[];
  /** Files besides package.json and .npmrc, given the URLs of both registries. */
  readonly files: (registries: Registries) => Readonly<Record<string, string>>;
  readonly install: string;
  /** How a command of an installed package is called. */
  readonly exec: string;
}

/** Where packages come from. */
export interface Registries {
  readonly own: string;
  readonly others: string;
}

const yarnSettings = ({ own, others }: Registries) => ({
  'yarn.lock': '',
  '.yarnrc.yml': `nodeLinker: pnp
enableTelemetry: false
enableGlobalCache: false
enableScripts: false
npmPreapprovedPackages: ["@g6/*"]
npmRegistryServer: "${others}"
unsafeHttpWhitelist: ["127.0.0.1"]
npmScopes: { g6: { npmRegistryServer: "${own}" } }
`,
});

/** Every package manager besides npm, which all other tests use. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: 'Yarn 1',
    package: 'yarn@1.22.22',
    program: 'yarn/bin/yarn.js',
    isScript: true,
    nx: [SUPPORTED_NX.lowest, SUPPORTED_NX.highest],
    files: () => ({}),
    install: 'yarn install --ignore-scripts --no-progress',
    exec: 'yarn --silent',
  },
  {
    name: "Yarn 4 with Plug'n'Play",
    package: '@yarnpkg/cli-dist@4.18.1',
    program: '@yarnpkg/cli-dist/bin/yarn.js',
    isScript: true,
    nx: [SUPPORTED_NX.lowest, SUPPORTED_NX.highest],
    files: yarnSettings,
    install: 'yarn install --no-immutable',
    exec: 'yarn',
  },
  {
    name: 'pnpm',
    package: 'pnpm@12.21.0',
    program: '.bin/pnpm',
    isScript: false,
    nx: [SUPPORTED_NX.highest, SUPPORTED_NX.lowest],
    files: () => ({ 'pnpm-workspace.yaml': 'packages: []\nminimumReleaseAge: 0\n' }),
    install: 'pnpm install --ignore-scripts --no-frozen-lockfile',
    exec: 'pnpm exec',
  },
  {
    name: 'Bun',
    package: `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}@1.4.5`,
    program: `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}/bin/bun`,
    isScript: false,
    // Its lockfile is newer than what Nx 23.0 reads.
    nx: [SUPPORTED_NX.highest],
    files: () => ({}),
    install: 'bun install --ignore-scripts',
    exec: 'bun run',
  },
];

/** The pairs of a package manager and a version of Nx to try; with `G6_EVERY_PAIR=1`, all. */
export function pairs(): { readonly name: string; readonly nx: string; manager: PackageManager }[] {
  const every = process.env['G6_EVERY_PAIR'] === '1';
  return PACKAGE_MANAGERS.flatMap((manager) =>
    manager.nx.slice(0, every ? undefined : 1).map((nx) => ({ name: manager.name, nx, manager })),
  );
}

/** Fetches all package managers from the registry of npm, and returns a folder with their commands. */
export function fetchPackageManagers(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const packages = PACKAGE_MANAGERS.map((manager) => manager.package);
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', ...packages];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/** Makes a folder whose only command is that of one package manager. */
export function commandFolder({ program, isScript, install }: PackageManager, fetched: string) {
  const [command = ''] = install.split(' ');
  const folder = join(fetched, 'commands', command, isScript ? program.replaceAll('/', '-') : '');
  mkdirSync(folder, { recursive: true });
  const path = join(fetched, 'node_modules', program);
  const runner = isScript ? `"${process.execPath}" "${path}"` : `"${path}"`;
  writeFileSync(join(folder, command), `#!/bin/sh\nexec ${runner} "$@"\n`, { mode: 0o755 });
  return folder;
}
