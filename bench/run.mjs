/** Measures what `docs/performance.md` tells: `npm run bench`. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from './make-workspace.mjs';
import { alternate, median, run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'libs/dashboards/bin/g6-dashboards.js');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const ROUNDS = Number(process.argv[2] ?? 15);

try {
  startup();
  thousand();
  growth();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** A whole process on the G6 spec against a Node.js process that does nothing. */
function startup() {
  const output = join(scratch, 'g6');
  const generate = { args: [cli, 'generate', '--output', output], cwd: root };
  run(generate);
  const [nothing, generated, verified] = alternate(
    [
      { args: ['-e', '0'], cwd: root },
      generate,
      { args: [cli, 'verify', '--output', output], cwd: root },
    ],
    ROUNDS,
  );
  row('node -e 0', nothing);
  row(
    'generate, 15 dashboards, whole process',
    generated,
    `${ratio(generated, nothing)} of node -e 0`,
  );
  row('verify, 15 dashboards, whole process', verified, `${ratio(verified, nothing)} of node -e 0`);
}

/** 1,000 dashboards from 5,000 metrics against parsing that YAML, stringifying and writing. */
function thousand() {
  const workspace = join(scratch, 'thousand');
  makeWorkspace(workspace, { metrics: 5000, dashboards: 1000 });
  const reference = join(scratch, 'thousand-generated');
  once(workspace, reference);
  const floors = [];
  const colds = [];
  for (let round = 0; round < 5; round++) {
    const floorOutput = join(scratch, `floor-${round}`);
    const coldOutput = join(scratch, `cold-${round}`);
    const floor = run({
      args: [join(root, 'bench/floor.mjs'), workspace, reference, floorOutput],
      cwd: root,
    });
    floors.push(JSON.parse(floor.stdout).milliseconds);
    colds.push(once(workspace, coldOutput).milliseconds);
    for (const folder of [floorOutput, coldOutput]) rmSync(folder, { recursive: true });
  }
  const [floor, cold] = [median(floors), median(colds)];
  row('floor: parse, stringify, write 1,000', floor);
  row('generate 1,000 from 5,000 metrics', cold, `${ratio(cold, floor)} of the floor`);
  const before = mtimes(reference);
  const again = once(workspace, reference);
  const touched = [...mtimes(reference)].filter(([name, time]) => before.get(name) !== time).length;
  row('the same again, nothing to do', again.milliseconds, `${touched} files written`);
}

/** Time and peak memory from 10 to 1,000 dashboards, with five metrics for each. */
function growth() {
  for (const dashboards of [10, 100, 1000]) {
    const workspace = join(scratch, `growth-${dashboards}`);
    makeWorkspace(workspace, { metrics: dashboards * 5, dashboards });
    const { milliseconds, mebibytes } = once(workspace, join(scratch, `growth-out-${dashboards}`));
    const each = `${(milliseconds / dashboards).toFixed(2)} ms each, ${mebibytes.toFixed(0)} MiB peak`;
    row(`generate ${dashboards} dashboards`, milliseconds, each);
  }
}

function once(workspace, output) {
  const result = run({
    args: [join(root, 'bench/generate-once.cjs'), workspace, output],
    cwd: root,
  });
  const report = JSON.parse(result.stdout);
  if (report.problems > 0) throw new Error(`${report.problems} problems in ${workspace}`);
  return report;
}

function mtimes(folder) {
  return new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

function ratio(value, floor) {
  return (value / floor).toFixed(2);
}

function row(what, milliseconds, note = '') {
  console.log(`| ${what} | ${milliseconds.toFixed(0)} ms | ${note} |`);
}
