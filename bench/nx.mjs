/**
 * Measures what the plugin costs an Nx start, without the daemon: `npm run bench:nx [plans…]`. Each
 * workspace is measured with the plugin and without it, in turn.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from './make-workspace.mjs';
import { alternate, run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
const counts = process.argv.slice(2).map(Number);

for (const plans of counts.length > 0 ? counts : [15, 1000]) measure(plans);

function measure(plans) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-nx-'));
  try {
    const [withPlugin, without] = [true, false].map((plugin) => workspace(scratch, plans, plugin));
    const show = (cwd) => nxCommand(cwd, 'show', 'projects');
    const rounds = plans > 500 ? 5 : 11;
    [withPlugin, without].forEach((cwd) => run(show(cwd)));
    const [graph, bare] = alternate([show(withPlugin), show(without)], rounds);
    row(
      `graph of ${plans} plans, plugin and bare`,
      `${graph.toFixed(0)} ms`,
      `${bare.toFixed(0)} ms`,
      graph / bare,
    );
    const cached = [
      nxCommand(withPlugin, 'run', 'board_00000:generate'),
      nxCommand(withPlugin, 'run', 'noop:noop'),
    ];
    cached.forEach(run);
    const [generate, noop] = alternate(cached, rounds);
    row(
      `cached generate of one of ${plans}, and cached no-op`,
      `${generate.toFixed(0)} ms`,
      `${noop.toFixed(0)} ms`,
      generate / noop,
    );
    const all = nxCommand(withPlugin, 'run-many', '-t', 'generate', 'verify');
    const cold = run(all).milliseconds;
    const warm = run(all).milliseconds;
    row(
      `run-many of ${plans}, cold and warm`,
      `${cold.toFixed(0)} ms`,
      `${warm.toFixed(0)} ms`,
      cold / warm,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function workspace(scratch, plans, plugin) {
  const folder = join(scratch, plugin ? 'plugin' : 'bare');
  makeWorkspace(join(folder, 'dashboards'), {
    metrics: Math.max(plans, 15) * 5,
    dashboards: plans,
  });
  mkdirSync(join(folder, 'noop'));
  const noop = {
    name: 'noop',
    targets: {
      noop: { executor: 'nx:run-commands', cache: true, inputs: [], options: { command: 'true' } },
    },
  };
  const nxJson = { analytics: false, plugins: plugin ? ['@g6/plugin'] : [] };
  writeFileSync(join(folder, 'noop/project.json'), JSON.stringify(noop));
  writeFileSync(join(folder, 'nx.json'), JSON.stringify(nxJson));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bench', private: true, devDependencies: { '@g6/plugin': '0.1.0' } }),
  );
  const lock = {
    name: 'bench',
    lockfileVersion: 3,
    packages: {
      '': { devDependencies: { '@g6/plugin': '0.1.0' } },
      'node_modules/@g6/plugin': { version: '0.1.0' },
    },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  run({ file: 'git', args: ['init', '-q'], cwd: folder });
  return folder;
}

function nxCommand(cwd, ...args) {
  const env = {
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NX_CACHE_DIRECTORY: join(cwd, '../cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(cwd, '../data', cwd.endsWith('bare') ? 'bare' : 'plugin'),
  };
  return { args: [nx, ...args], cwd, env };
}

function row(what, first, second, ratio) {
  console.log(`| ${what} | ${first} | ${second} | ${ratio.toFixed(2)} |`);
}
