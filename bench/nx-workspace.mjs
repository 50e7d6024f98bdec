/** Workspaces of any size with the plugin or without it, and Nx as it runs in them: no daemon, a cache of their own. */
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from './make-workspace.mjs';
import { run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nx = join(root, 'node_modules/.bin/nx');

/** Makes a git repository with a number of plans, and a target that does nothing to compare with. */
export function makeNxWorkspace(folder, plans, { plugin = true, options } = {}) {
  makeWorkspace(join(folder, 'dashboards'), {
    metrics: Math.max(plans, 15) * 5,
    dashboards: plans,
  });
  const noop = {
    name: 'noop',
    targets: {
      noop: { executor: 'nx:run-commands', cache: true, inputs: [], options: { command: 'true' } },
    },
  };
  const dependencies = { devDependencies: { '@g6/plugin': '0.1.0' } };
  const files = {
    'noop/project.json': noop,
    'nx.json': {
      analytics: false,
      plugins: plugin ? [options ? { plugin: '@g6/plugin', options } : '@g6/plugin'] : [],
    },
    'package.json': { name: 'bench', private: true, ...dependencies },
    'package-lock.json': {
      name: 'bench',
      lockfileVersion: 3,
      packages: { '': dependencies, 'node_modules/@g6/plugin': { version: '0.1.0' } },
    },
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  writeFileSync(join(folder, '.gitignore'), 'node_modules\ndashboards/reports\n');
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  linkPackages(folder);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  return folder;
}

/** Another machine's copy of a workspace. */
export function cloneNxWorkspace(origin, folder) {
  git(dirname(folder), 'clone', '--quiet', origin, folder);
  linkPackages(folder);
  return folder;
}

/** Commits everything as it is. */
export function commit(folder) {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=Bench', '-c', 'user.email=b@example.org', 'commit', '-qm', 'state');
}

/** A start of Nx, as `run` takes it. */
export function nxCommand(cwd, args, env = {}) {
  return {
    args: [nx, ...args],
    cwd,
    env: {
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_NO_CLOUD: 'true',
      NX_CACHE_DIRECTORY: `${cwd}-cache`,
      NX_WORKSPACE_DATA_DIRECTORY: `${cwd}-data`,
      ...env,
    },
  };
}

function linkPackages(folder) {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function git(cwd, ...args) {
  run({ file: 'git', args, cwd });
}
