/**
 * Bundles the library with its command line, and the plugin; Nx and npm find them in their `dist`.
 * `--out FOLDER` puts them under another folder than this workspace.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { asciiOnly } from './build/ascii-only.mjs';
import { thirdPartyNotices } from './build/third-party-notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
const { values: args } = parseArgs({ options: { out: { type: 'string', default: root } } });

const common = {
  platform: 'node',
  cwd: root,
  moduleTypes: { '.yml': 'text' },
  // Nothing that is bundled does anything on import; without this, an editor would come along.
  treeshake: { moduleSideEffects: false },
  logLevel: 'warn',
};

const engine = at('libs/engine/src/index.ts');
/** The libraries by the names that they import each other under. */
const libraries = Object.fromEntries(
  Object.entries(readPaths()).map(([name, [path]]) => [name, at(path)]),
);
/** The type checker is published twice; only the ES modules let unused parts be left out. */
const checker = '@prometheus-io/codemirror-promql/dist';
const alias = {
  ...libraries,
  [`${checker}/cjs`]: `${checker}/esm`,
  '@codemirror/language': at('libs/promql/src/editor-stand-in.ts'),
  'node:child_process': at('scripts/build/late-child-process.cjs'),
};

/** The library and its command line, which share one engine; they need nothing beside them. */
const library = {
  folder: 'libs/engine',
  /** Its declarations hold theirs. */
  typesOf: [at('node_modules/@grafana/schema/package.json')],
  input: {
    ...common,
    input: { index: engine, cli: at('tools/cli/src/main.ts') },
    resolve: { alias },
  },
  output: {
    minify: true,
    chunkFileNames: ({ name }) => (name === 'src' ? 'engine.js' : '[name].js'),
  },
};

/** Inference reads the record of settings on its own: it needs neither the library nor zod. */
const plainSettings = { '@g6/settings': libraries['@g6/settings'] };

/** Modules of the plugin that Nx loads by the paths in these files. */
const modules = ['executors', 'generators'].flatMap((kind) => {
  const { [kind]: entries } = readJson(`tools/plugin/${kind}.json`);
  return Object.values(entries)
    .flatMap(({ implementation, batchImplementation, factory }) => [
      implementation,
      batchImplementation,
      factory,
    ])
    .filter((path) => path !== undefined)
    .map((path) => /^\.\/dist\/(.*)\.js$/.exec(path)[1]);
});

/** The plugin; Nx and the library are found where they are installed. */
const plugin = {
  folder: 'tools/plugin',
  typesOf: [],
  input: {
    ...common,
    input: Object.fromEntries(
      ['index', ...modules].map((name) => [name, at(`tools/plugin/src/${name}.ts`)]),
    ),
    external: [/^@nx\//, '@g6/dashboards'],
    // One dependency's CommonJS form finds its own files in a way that no bundler can follow.
    resolve: { alias: plainSettings, mainFields: ['module', 'main'] },
  },
  output: { exports: 'named', chunkFileNames: 'chunks/[name].js' },
};

for (const { folder, typesOf, input, output } of [library, plugin]) {
  const bundle = await rolldown(input);
  const dir = join(args.out, folder, 'dist');
  const { output: files } = await bundle.write({ ...output, dir, format: 'cjs', sourcemap: true });
  await bundle.close();
  const modules = files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices([...modules, ...typesOf]));
  for (const { fileName } of files.filter(({ fileName }) => fileName.endsWith('.map'))) {
    escapeCode(join(dir, fileName.slice(0, -'.map'.length)));
    tidySourceMap(join(dir, fileName), join(root, folder, 'dist', fileName));
  }
}

/** Rewrites a bundle, and the source map beside it, in ASCII alone. */
function escapeCode(path) {
  const [code, map] = [path, `${path}.map`].map((file) => readFileSync(file, 'utf8'));
  const escaped = asciiOnly(code, JSON.parse(map));
  writeFileSync(path, escaped.code);
  writeFileSync(`${path}.map`, JSON.stringify(escaped.map));
}

/**
 * Leaves only our own sources in a source map, since those of dependencies are four fifths of its
 * size, and names them as seen from where the map lies in the workspace, wherever it was built.
 */
function tidySourceMap(path, home) {
  const map = JSON.parse(readFileSync(path, 'utf8'));
  const isForeign = map.sources.map((source) => source.includes('node_modules/'));
  map.sourcesContent = map.sourcesContent.map((text, index) => (isForeign[index] ? null : text));
  map.sources = map.sources.map((source) =>
    relative(dirname(home), resolve(dirname(path), source)).replaceAll('\\', '/'),
  );
  writeFileSync(path, JSON.stringify(map));
}

// What a run of the command line compiles is kept beside it, so that the next starts faster. The
// run's own outcome does not matter here.
const cache = [at('scripts/write-code-cache.cjs'), join(args.out, 'libs/engine/dist/cli.js')];
spawnSync(process.execPath, [...cache, 'generate', '--dry-run'], { cwd: root, stdio: 'ignore' });

function readPaths() {
  return readJson('tsconfig.base.json').compilerOptions.paths;
}

function readJson(path) {
  return JSON.parse(readFileSync(at(path), 'utf8'));
}
