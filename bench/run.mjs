/** Measures the figures of `docs/performance.md`: `npm run bench [rounds]`. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { makeExposition, makeLargeDashboard, makeWorkspace } from './make-workspace.mjs';
import { alternate, median, run, runWatched } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'libs/engine/bin/g6-dashboards.js');
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
const ROUNDS = Number(process.argv[2] ?? 15);
// What earlier runs left must not make these faster.
process.env.XDG_CACHE_HOME = join(scratch, 'cache');

try {
  startup();
  growth();
  profiles();
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
    'generate, 15 dashboards, nothing to do': { args: [cli, 'generate', '--output', output] },
    'the same, everything anew': { args: [cli, 'generate', '--no-cache', '--output', output] },
    'the same into an empty folder': {
      args: [cli, 'generate', '--output', empty],
      prepare: () => rmSync(empty, { recursive: true, force: true }),
    },
    'the same, everything anew, without a compile cache': {
      args: [cli, 'generate', '--no-cache', '--output', output],
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    'verify, 15 dashboards, whole process': { args: [cli, 'verify', '--output', output] },
  };
  const list = Object.values(commands).map((command) => ({ ...command, cwd: root }));
  // The first run writes the files, the compile cache and the record of what it read and wrote.
  run({ args: [cli, 'generate', '--output', output], cwd: root });
  const medians = alternate(list, ROUNDS);
  Object.keys(commands).forEach((what, index) => {
    row(what, medians[index], `${ratio(medians[index], medians[0])} of node -e 0`);
  });
}

/**
 * Whole processes that generate 10 to 10,000 dashboards, five metrics for each, compared with just parsing, stringifying
 * and writing them: into an empty folder, and again with nothing to do.
 */
function growth() {
  for (const dashboards of [10, 100, 1000, 10_000]) {
    const workspace = join(scratch, `growth-${dashboards}`);
    makeWorkspace(workspace, { metrics: dashboards * 5, dashboards });
    const rounds = dashboards > 1000 ? 1 : 5;
    const runs = { floor: [], anew: [], again: [] };
    for (let round = 0; round < rounds; round++) {
      const [output, floorOutput] = ['out', 'floor'].map((name) => join(workspace, name));
      runs.anew.push(generate(workspace, output));
      const before = mtimes(output);
      runs.again.push(generate(workspace, output));
      const after = mtimes(output);
      const touched = [...after].filter(([name, time]) => before.get(name) !== time);
      if (touched.length > 0) throw new Error(`${touched.length} files were written again`);
      runs.floor.push(floorOf(workspace, output, floorOutput));
      for (const folder of [output, floorOutput]) rmSync(folder, { recursive: true });
    }
    growthRows(dashboards, runs);
    rmSync(workspace, { recursive: true });
  }
}

function growthRows(dashboards, { floor, anew, again }) {
  const of = (list, field) => median(list.map((each) => each[field]));
  const least = median(floor);
  const peak = Math.max(...[...anew, ...again].map(({ mebibytes }) => mebibytes));
  const count = dashboards.toLocaleString('en');
  row(`floor: parse, stringify, write ${count} dashboards`, least);
  const time = of(anew, 'milliseconds');
  const each = `${(time / dashboards).toFixed(2)} ms each, ${peak.toFixed(0)} MiB at the peak`;
  row(`generate ${count} dashboards`, time, `${ratio(time, least)} of the floor, ${each}`);
  const nothing = of(again, 'milliseconds');
  row('the same again, nothing to do', nothing, `${ratio(nothing, least)} of the floor`);
}

function generate(workspace, output) {
  const paths = ['--spec', 'spec', '--plans', 'plans', '--output', output];
  const command = { args: [cli, 'generate', ...paths], cwd: workspace };
  return runWatched(command, join(scratch, 'usage'));
}

function floorOf(workspace, generated, output) {
  const args = [join(root, 'bench/floor.mjs'), workspace, generated, output];
  return JSON.parse(run({ args, cwd: root }).stdout).milliseconds;
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
    return { args: [cli, 'generate', '--no-cache', ...paths], cwd: workspace };
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

function mtimes(folder) {
  return new Map(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

function ratio(value, floor) {
  return (value / floor).toFixed(2);
}

function row(what, milliseconds, note = '') {
  console.log(`| ${what} | ${milliseconds.toFixed(0)} ms | ${note} |`);
}
