/** Measures the figures of `docs/performance.md`: `npm run bench [rounds]`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { makeExposition, makeLargeDashboard, makeWorkspace } from './make-workspace.mjs';
import { alternate, median, run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'libs/engine/bin/g6-dashboards.js');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const ROUNDS = Number(process.argv[2] ?? 15);

try {
  startup();
  thousand();
  profiles();
  growth();
  large();
  imports();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Whole processes on the G6 spec, compared with a Node.js process that does nothing. */
function startup() {
  const [output, empty] = ['g6', 'g6-empty'].map((name) => join(scratch, name));
  const commands = {
    'node -e 0': { args: ['-e', '0'] },
    '--version': { args: [cli, '--version'] },
    'generate, 15 dashboards, whole process': { args: [cli, 'generate', '--output', output] },
    'the same into an empty folder': {
      args: [cli, 'generate', '--output', empty],
      prepare: () => rmSync(empty, { recursive: true, force: true }),
    },
    'the same without a compile cache': {
      args: [cli, 'generate', '--output', output],
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    'verify, 15 dashboards, whole process': { args: [cli, 'verify', '--output', output] },
  };
  const list = Object.values(commands).map((command) => ({ ...command, cwd: root }));
  // The first run writes the files and the compile cache.
  run({ args: [cli, 'generate', '--output', output], cwd: root });
  const medians = alternate(list, ROUNDS);
  Object.keys(commands).forEach((what, index) => {
    row(what, medians[index], `${ratio(medians[index], medians[0])} of node -e 0`);
  });
}

/** 1,000 dashboards from 5,000 metrics, compared with just parsing, stringifying and writing them. */
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

/** 1,000 dashboards in the profile `standard`, compared with `classic`, for each panel of the manifest. */
function profiles() {
  const workspace = join(scratch, 'profiles');
  makeWorkspace(workspace, { metrics: 5000, dashboards: 1000 });
  const names = ['classic', 'standard'];
  const outputs = names.map((name) => join(scratch, `profiles-${name}`));
  const commands = names.map((name, index) => ({
    args: [
      cli,
      'generate',
      '--spec',
      'spec',
      '--plans',
      'plans',
      '--output',
      outputs[index],
      '--profile',
      name,
    ],
    cwd: workspace,
    prepare: () => rmSync(outputs[index], { recursive: true, force: true }),
  }));
  const medians = alternate(commands, 5);
  const each = medians.map((median, index) => median / panelsIn(outputs[index]));
  row(
    'generate 1,000 in the profile standard',
    medians[1],
    `${ratio(each[1], each[0])} of classic per panel`,
  );
}

/** The panels of a generated folder, by its manifest. */
function panelsIn(folder) {
  const { dashboards } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return dashboards.reduce((sum, { panel_count }) => sum + panel_count, 0);
}

/** One dashboard of 500 panels, plain and with ten variables and ten sections. */
function large() {
  const panels = 500;
  const commands = [false, true].map((rich) => {
    const workspace = join(scratch, rich ? 'large-rich' : 'large-plain');
    makeLargeDashboard(workspace, { panels, rich });
    const paths = ['--spec', 'spec', '--plans', 'plans', '--output', 'generated'];
    return { args: [cli, 'generate', ...paths], cwd: workspace };
  });
  for (const command of commands) run(command);
  const [empty, plain, rich] = alternate(
    [{ args: [cli, '--version'], cwd: root }, ...commands],
    ROUNDS,
  );
  const each = (time) => `${((time - empty) / panels).toFixed(2)} ms a panel`;
  row(`generate one dashboard of ${panels} panels`, plain, each(plain));
  const against = ratio(rich - empty, plain - empty);
  row(
    'the same with ten variables and sections',
    rich,
    `${each(rich)}, ${against} of the plain one`,
  );
}

/** The import of 5,000 metrics, compared with looking at each line, printing, parsing and writing. */
function imports() {
  const exposition = join(scratch, 'metrics.txt');
  makeExposition(exposition, { metrics: 5000 });
  const reference = join(scratch, 'imported');
  const output = join(scratch, 'imported-again');
  const into = (folder) => ['--spec', join(folder, 'spec.yml'), '--plans', join(folder, 'plans')];
  const clean = () => rmSync(output, { recursive: true, force: true });
  run({ args: [cli, 'import', 'metrics', exposition, ...into(reference)], cwd: root });
  const contents = join(scratch, 'contents.json');
  writeFileSync(contents, JSON.stringify(contentsOf(reference)));
  const floorArgs = [join(root, 'bench/import-floor.mjs'), exposition, contents, output];
  const again = ['import', 'metrics', exposition, ...into(reference)];
  const [floor, first, second] = alternate(
    [
      { args: floorArgs, cwd: root, prepare: clean },
      { args: [cli, 'import', 'metrics', exposition, ...into(output)], cwd: root, prepare: clean },
      { args: [cli, ...again], cwd: root },
    ],
    5,
  );
  row('floor: read lines, print, parse and write 5,000 metrics', floor, 'whole process');
  row('import 5,000 metrics, whole process', first, `${ratio(first, floor)} of the floor`);
  row('the same again, nothing to do', second);
}

/** The values of all YAML files below a folder, by their paths. */
function contentsOf(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.ya?ml$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name, parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}

/** Time and peak memory of 10, 100 and 1,000 dashboards, with five metrics for each. */
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
