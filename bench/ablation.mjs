/**
 * Measures what each step to a fast start is worth:
 *   npm run bench:ablation -- [--rounds N] [NODE…]
 * Each variant of the command line lacks one step. It is built into a temporary folder, and all
 * variants generate the G6 dashboards in turn on each Node.js binary given.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { library, writeBundle } from '../scripts/build/bundles.mjs';
import { compare, run } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: args, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const nodes = positionals.length > 0 ? positionals : [process.execPath];

/** The steps by name: how a bundle is built without one, or the environment that turns it off. */
const STEPS = {
  'no step left out': {},
  'compile cache of Node.js': { env: { NODE_DISABLE_COMPILE_CACHE: '1' } },
  'later optimization by V8': {
    build: replaceCode('tune-v8.ts', /setFlagsFromString\(flag\)/, 'undefined'),
  },
  'only the code of the command': {
    build: replaceCode(
      'run-cli.ts',
      /^ {2}const add = .*$/m,
      '  const add = undefined as AddCommand | undefined;',
    ),
  },
  'exact YAML parser in a file of its own, loaded when needed': {
    build: replaceCode('read-yaml.ts', /(readYaml\(source.*\{)$/m, '$1 exactYaml();'),
  },
  'quick YAML parser': {
    build: replaceCode(
      'quick-value.ts',
      /(function quickValue\(text\b.*\{)$/m,
      '$1 if (text) return;',
    ),
  },
  'RE2 in a file of its own, loaded when needed': {
    build: (bundle) =>
      replaceCode(
        'go-regex.ts',
        /^let compiler.*$/m,
        "let compiler = require('re2js').RE2JS;",
      )({
        ...bundle,
        input: {
          ...bundle.input,
          plugins: bundle.input.plugins.filter(({ name }) => name !== 're2-apart'),
        },
      }),
  },
  minification: {
    build: (bundle) => ({ ...bundle, output: { ...bundle.output, minify: false } }),
  },
};

const scratch = mkdtempSync(join(tmpdir(), 'bench-ablation-'));
try {
  const variants = [];
  for (const [name, step] of Object.entries(STEPS)) variants.push(await build(name, step));
  for (const node of nodes) measure(node, variants);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Builds the command line without a step, and returns how to run it. */
async function build(name, { build: change = (bundle) => bundle, env = {} }) {
  const folder = join(scratch, name.replaceAll(' ', '-'));
  await writeBundle(change(library), folder);
  const packageFolder = join(folder, library.folder);
  cpSync(join(root, library.folder, 'bin'), join(packageFolder, 'bin'), { recursive: true });
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  const program = join(packageFolder, 'bin/g6-dashboards.js');
  const output = join(folder, 'generated');
  return {
    name,
    args: [program, 'generate', '--output', output],
    // The default place of the compile cache is in the folder for temporary files.
    env: { TMPDIR: temporary, ...env },
  };
}

function measure(node, variants) {
  const version = run({ file: node, args: ['--version'] }).stdout.trim();
  const commands = variants.map((variant) => ({ ...variant, file: node, cwd: root }));
  // The first run of each writes its files and its compile cache.
  commands.forEach(run);
  const results = compare(commands, Number(args.rounds), join(scratch, 'usage'));
  console.log(`\nNode.js ${version}\n`);
  console.log('| left out | time | ratio | ratio of processor time |');
  console.log('| --- | ---: | ---: | ---: |');
  results.forEach(({ milliseconds, ratio, processorRatio }, index) => {
    const ratios = [ratio, processorRatio].map((value) => value.toFixed(2)).join(' | ');
    console.log(`| ${variants[index].name} | ${milliseconds.toFixed(0)} ms | ${ratios} |`);
  });
}

function withPlugin(bundle, plugin) {
  const plugins = [...bundle.input.plugins, { name: 'ablation', ...plugin }];
  return { ...bundle, input: { ...bundle.input, plugins } };
}

/** Replaces a piece of the file with a name; it must be there, lest a variant measures nothing. */
function replaceCode(file, piece, replacement) {
  return (bundle) =>
    withPlugin(bundle, {
      transform(code, id) {
        if (!id.endsWith(`/${file}`)) return undefined;
        if (!piece.test(code)) throw new Error(`${file} has no ${piece}; mend bench/ablation.mjs`);
        return { code: code.replace(piece, replacement), map: null };
      },
    });
}
