/**
 * Measures the figures of `docs/scaling.md`, without the daemon: `npm run bench:scaling [plans…]`. Every
 * row is one run in a workspace of its own size; peak memory is that of the largest process.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { alternate, run, runWatched } from './measure.mjs';
import { cloneNxWorkspace, commit, makeNxWorkspace, nxCommand } from './nx-workspace.mjs';

const counts = process.argv.slice(2).map(Number);
const CACHE_SERVER = '../scripts/cache-server.mjs';
const TOKEN = 'bench';
const BOTH = ['run-many', '-t', 'generate', 'verify', '--exclude=dashboards'];

for (const plans of counts.length > 0 ? counts : [100, 1000, 5000]) await measure(plans);

async function measure(plans) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-scaling-'));
  const cache = await startCache(join(scratch, 'remote'));
  try {
    const workspace = makeNxWorkspace(join(scratch, 'plugin'), plans);
    const bare = makeNxWorkspace(join(scratch, 'bare'), plans, { plugin: false });
    graphs(plans, workspace, bare);
    commit(workspace);
    const machines = ['first', 'second'].map((name) =>
      cloneNxWorkspace(workspace, join(scratch, name)),
    );
    task(plans, 'cold: generate and verify all', workspace, BOTH);
    task(plans, 'cold, and filling a remote cache', machines[0], BOTH, cache.env);
    task(plans, 'remote: on a second machine', machines[1], BOTH, cache.env);
    commit(workspace);
    for (const [what, share] of [
      ['cold: verify all', 1],
      ['cold: verify one of four shares', 4],
    ]) {
      const machine = cloneNxWorkspace(workspace, join(scratch, `share-of-${share}`));
      task(plans, what, machine, [
        'run-many',
        '-t',
        'verify',
        `--projects=${shareOf(plans, share)}`,
      ]);
    }
    // Files that were just generated are an input that has changed: once more, and nothing has.
    run(nxCommand(workspace, BOTH));
    task(plans, 'warm: the same again', workspace, BOTH);
    const plan = join(workspace, 'dashboards/plans/board_00001/plan.yaml');
    appendFileSync(plan, 'tags: [edited]\n');
    task(plans, 'one plan edited: generate it', workspace, ['run', 'board_00001:generate']);
    task(plans, 'one plan edited: affected verify', workspace, ['affected', '-t', 'verify']);
  } finally {
    await cache.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function graphs(plans, workspace, bare) {
  const commands = [workspace, bare].map((cwd) => nxCommand(cwd, ['show', 'projects']));
  commands.forEach(run);
  const [withPlugin, without] = alternate(commands, plans > 2000 ? 3 : 5);
  row(plans, 'graph, bare Nx', without);
  row(plans, 'graph, with the plugin', withPlugin, `${(withPlugin - without).toFixed(0)} ms more`);
}

/** The names of the projects in one of so many equal shares. */
function shareOf(plans, shares) {
  const slugs = Array.from({ length: plans }, (_, i) => `board_${String(i).padStart(5, '0')}`);
  return slugs.filter((_, index) => index % shares === 0).join(',');
}

/** Runs Nx once, and prints its time and the peak memory of its largest process. */
function task(plans, what, cwd, args, env = {}) {
  const { milliseconds, mebibytes } = runWatched(nxCommand(cwd, args, env), `${cwd}-usage`);
  row(plans, what, milliseconds, `${mebibytes.toFixed(0)} MiB`);
}

async function startCache(folder) {
  mkdirSync(folder);
  const script = fileURLToPath(new URL(CACHE_SERVER, import.meta.url));
  const server = spawn(process.execPath, [script, folder, TOKEN, ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = await once(createInterface(server.stdout), 'line');
  return {
    env: {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: address,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: TOKEN,
    },
    async stop() {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}

function row(plans, what, milliseconds, note = '') {
  console.log(`| ${plans} | ${what} | ${milliseconds.toFixed(0)} ms | ${note} |`);
}
