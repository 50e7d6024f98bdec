/**
 * Measures what the plugin adds to a start of Nx, without the daemon: `npm run bench:nx [plans…]`. Each
 * workspace is measured with the plugin and without it, in turn. `npm run bench:nx edited [plans…]`
 * measures what one edited metric costs, hashed by the whole spec and by slices, in turn.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, run } from './measure.mjs';
import { makeNxWorkspace, nxCommand } from './nx-workspace.mjs';

const [first, ...rest] = process.argv.slice(2);
const isEdit = first === 'edited';
const counts = (isEdit ? rest : [first, ...rest]).filter(Boolean).map(Number);
const usual = isEdit ? [100, 1000, 5000] : [15, 1000];

for (const plans of counts.length > 0 ? counts : usual) {
  if (isEdit) measureEdit(plans);
  else measure(plans);
}

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

/** Generates and verifies after an edit of one help text; everything else is in the cache. */
function measureEdit(plans) {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-edit-'));
  try {
    const both = ['run-many', '-t', 'generate', 'verify', '--exclude=dashboards'];
    let edits = 0;
    const commands = ['file', 'slice'].map((specHash) => {
      const cwd = makeNxWorkspace(join(scratch, specHash), plans, { options: { specHash } });
      return { ...nxCommand(cwd, both), prepare: () => editHelp(cwd, `Edited ${(edits += 1)}.`) };
    });
    // Files that were just generated are an input that has changed: once more, and nothing has.
    for (const command of [...commands, ...commands]) run({ ...command, prepare: undefined });
    const times = alternate(commands, plans > 2000 ? 1 : 3);
    row(`one help text of ${plans * 5} metrics edited, ${plans} dashboards`, times);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function editHelp(workspace, text) {
  const path = join(workspace, 'dashboards/spec/base.yml');
  const spec = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    spec.replace(/^( +help: ).*$/m, (_, key) => `${key}${text}`),
  );
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
