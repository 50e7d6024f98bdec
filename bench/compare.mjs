/**
 * Compares an older checkout with this one, in turn:
 *   npm run bench:compare -- [--rounds N] OLD_CHECKOUT [NODE…]
 * Each Node.js binary given builds both into a temporary folder and runs them. `npm install` must have
 * run in both checkouts; neither is changed.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeWorkspace } from './make-workspace.mjs';
import { compare, run } from './measure.mjs';

const { values: args, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const [oldCheckout, ...nodes] = positionals;
if (oldCheckout === undefined) {
  console.error('usage: npm run bench:compare -- [--rounds N] OLD_CHECKOUT [NODE…]');
  process.exit(2);
}
const rounds = Number(args.rounds);
const checkouts = [resolve(oldCheckout), fileURLToPath(new URL('..', import.meta.url))];

const scratch = mkdtempSync(join(tmpdir(), 'bench-compare-'));
try {
  const many = join(scratch, 'many');
  makeWorkspace(join(many, 'dashboards'), { metrics: 5000, dashboards: 1000 });
  console.log('| Node.js | what | old | new | ratio | ratio of processor time |');
  console.log('| --- | --- | ---: | ---: | ---: | ---: |');
  for (const node of nodes.length > 0 ? nodes : [process.execPath]) compareOn(node, many);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function compareOn(node, many) {
  const version = run({ file: node, args: ['--version'] }).stdout.trim();
  const sides = checkouts.map((checkout, index) =>
    buildSide(node, checkout, `${version}-${index}`),
  );
  const measure = (what, turns, commandOf) => {
    const commands = sides.map(commandOf);
    commands.forEach(run);
    const [before, after] = compare(commands, turns, join(scratch, 'usage'));
    const times = [before, after].map(({ milliseconds }) => `${milliseconds.toFixed(0)} ms`);
    const ratios = [after.ratio, after.processorRatio].map((ratio) => ratio.toFixed(2));
    console.log(`| ${[version, what, ...times, ...ratios].join(' | ')} |`);
  };
  measure('`node -e 0`', rounds, () => ({ args: ['-e', '0'], file: node }));
  measure('`--version`', rounds, ({ program }) => program(['--version']));
  measure('`generate` of the 15', rounds, ({ program }) => program(['generate'], { empty: true }));
  measure('the same again, nothing to do', rounds, ({ program }) => program(['generate']));
  measure('the same, as installed', rounds, ({ installed }) => installed(['generate']));
  measure('`verify` of the 15', rounds, ({ program }) => program(['verify']));
  const few = Math.ceil(rounds / 3);
  const thousand = (options) => (side) => side.program(['generate'], { cwd: many, ...options });
  measure('`generate` of 1,000 from 5,000 metrics', few, thousand({ empty: true }));
  measure('the same again, nothing to do', few, thousand());
}

/** Builds a checkout with a Node.js binary, and returns how to run it as built and as installed. */
function buildSide(node, checkout, name) {
  const folder = join(scratch, name);
  const build = join(checkout, 'scripts/build.mjs');
  run({ file: node, args: [build, '--out', join(folder, 'built')], cwd: checkout });
  const library = findLibrary(checkout);
  const built = join(folder, 'built', library);
  cpSync(join(checkout, library, 'bin'), join(built, 'bin'), { recursive: true });
  const installed = join(folder, 'installed');
  // The package contains no file that only fits the Node.js that built it.
  for (const part of ['bin', 'dist']) {
    const isPublished = (path) => statSync(path).isDirectory() || path.endsWith('.js');
    cpSync(join(built, part), join(installed, part), { recursive: true, filter: isPublished });
  }
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);

  const commandOf =
    (packageFolder) =>
    (args, { cwd = checkout, empty = false } = {}) => {
      const output = join(folder, cwd === checkout ? 'output' : 'many-output');
      const outputArgs = args[0] === '--version' ? [] : ['--output', output];
      return {
        file: node,
        args: [join(packageFolder, 'bin/g6-dashboards.js'), ...args, ...outputArgs],
        cwd,
        // The default place of the compile cache is in the folder for temporary files.
        env: { TMPDIR: temporary },
        prepare: () => empty && rmSync(output, { recursive: true, force: true }),
      };
    };
  return { program: commandOf(built), installed: commandOf(installed) };
}

/** The folder of the package with the command line, which is named differently in older checkouts. */
function findLibrary(checkout) {
  return readdirSync(join(checkout, 'libs'))
    .map((name) => join('libs', name))
    .find((folder) => existsSync(join(checkout, folder, 'bin/g6-dashboards.js')));
}
