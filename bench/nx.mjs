/**
 * Measures what the plugin adds to a start of Nx, without the daemon: `npm run bench:nx [plans…]`. Each
 * workspace is measured with the plugin and without it, in turn.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, run } from './measure.mjs';
import { makeNxWorkspace, nxCommand } from './nx-workspace.mjs';

const counts = process.argv.slice(2).map(Number);

for (const plans of counts.length > 0 ? counts : [15, 1000]) measure(plans);

function measure(plans) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-nx-'));
  try {
    const withPlugin = makeNxWorkspace(join(scratch, 'plugin'), plans);
    const bare = makeNxWorkspace(join(scratch, 'bare'), plans, { plugin: false });
    const rounds = plans > 500 ? 5 : 11;
    const graphs = [withPlugin, bare].map((cwd) => nxCommand(cwd, ['show', 'projects']));
    row(`graph of ${plans} plans, plugin and bare`, inTurn(graphs, rounds));
    const cached = ['board_00000:generate', 'noop:noop'].map((task) =>
      nxCommand(withPlugin, ['run', task]),
    );
    row(`cached generate of one of ${plans}, and cached no-op`, inTurn(cached, rounds));
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Medians of commands that have run before. */
function inTurn(commands, rounds) {
  commands.forEach(run);
  return alternate(commands, rounds);
}

function row(what, [first, second]) {
  const ratio = (first / second).toFixed(2);
  console.log(`| ${what} | ${first.toFixed(0)} ms | ${second.toFixed(0)} ms | ${ratio} |`);
}
