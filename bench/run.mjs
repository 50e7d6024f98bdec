/** Measures what `docs/performance.md` tells: `npm run bench`. */
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkspace } from './make-workspace.mjs';
import { alternate, median, run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'libs/engine/bin/g6-dashboards.js');
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
  const [output, empty] = ['g6', 'g6-empty'].map((name) => join(scratch, name));
  const installed = join(installPackage(), 'bin/g6-dashboards.js');
  const commands = {
    'node -e 0': ['-e', '0'],
    'generate, 15 dashboards, whole process': [cli, 'generate', '--output', output],
    'the same into an empty folder': [cli, 'generate', '--output', empty],
    'the same as installed, without a code cache': [installed, 'generate', '--output', output],
    'verify, 15 dashboards, whole process': [cli, 'verify', '--output', output],
    '--version, as installed': [installed, '--version'],
  };
  run({ args: [cli, 'generate', '--output', output], cwd: root });
  const medians = alternate(
    Object.values(commands).map((args) => ({ args, cwd: root })),
    ROUNDS,
    () => rmSync(empty, { recursive: true, force: true }),
  );
  Object.keys(commands).forEach((what, index) => {
    row(what, medians[index], `${ratio(medians[index], medians[0])} of node -e 0`);
  });
}

/** The package as the registry has it: without what V8 made of it on the machine that built it. */
function installPackage() {
  const folder = join(scratch, 'installed');
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(root, 'libs/engine', part), join(folder, part), {
      recursive: true,
      filter: (path) => !path.endsWith('.cache'),
    });
  }
  return folder;
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
