/** Defines the bundles of the packages. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (path) => `${root}${path}`;

const common = {
  platform: 'node',
  cwd: root,
  moduleTypes: { '.yml': 'text' },
  // No bundled module does anything on import.
  treeshake: { moduleSideEffects: false },
  logLevel: 'warn',
};

const engine = at('libs/engine/src/index.ts');
/** The libraries, by the names under which they import each other. */
export const libraries = Object.fromEntries(
  Object.entries(readPaths()).map(([name, [path]]) => [name, at(path)]),
);

/** Keeps RE2 in a file of its own, since most runs do not need it and compiling it takes time. */
const re2Apart = apart('re2js', 're2');

/** The same for the modules of our own that are loaded when they are needed, by the names of their files. */
const OWN_APART = {
  'add-verify': at('tools/cli/src/add-verify.ts'),
  'every-command': at('tools/cli/src/every-command.ts'),
  'exact-yaml': at('libs/yaml/src/exact-yaml.ts'),
  'generate-files': at('libs/engine/src/run/generate-files.ts'),
  'check-own-profiles': at('libs/engine/src/files/check-own-profiles.ts'),
  'verify-export': at('libs/engine/src/run/verify-export.ts'),
};
const ownApart = Object.keys(OWN_APART).map((name) => apart(`./${name}`, name));

/** Leaves a module that another asks for to the entry that it is. */
function apart(id, entry) {
  return {
    name: `${entry}-apart`,
    resolveId: (asked, importer) =>
      asked === id && importer ? { id: `./${entry}.js`, external: true } : undefined,
  };
}

/**
 * The library as an entry that only passes on what its index exports. The command line imports from that index, too, and
 * shares no file with an entry but what it needs itself.
 */
const PUBLIC = 'public-library';
const publicEntry = {
  name: PUBLIC,
  resolveId: (id) => (id === PUBLIC ? id : undefined),
  load: (id) => (id === PUBLIC ? `export * from ${JSON.stringify(engine)};` : undefined),
};

/** The CommonJS form of this dependency finds its own files in a way that no bundler can follow. */
const esmOfJsonc = at('node_modules/jsonc-parser/lib/esm/main.js');

/** The parts of the HTTP client that are used: a third of it. */
const undiciParts = at('scripts/build/undici-parts.cjs');

/** The library and its command line, which share one engine and need no other package. */
export const library = {
  folder: 'libs/engine',
  hasBuildId: true,
  // The rules of a SARIF log refer to these pages.
  pages: ['lint', 'check'],
  // Its declarations contain theirs.
  typesOf: [at('node_modules/@grafana/schema/package.json')],
  input: {
    ...common,
    input: {
      index: PUBLIC,
      cli: at('tools/cli/src/main.ts'),
      re2: 're2js',
      ...OWN_APART,
    },
    plugins: [publicEntry, re2Apart, ...ownApart],
    resolve: { alias: { ...libraries, 'jsonc-parser': esmOfJsonc, undici: undiciParts } },
  },
  output: {
    minify: true,
    chunkFileNames: ({ name, moduleIds }) => `${chunkName(moduleIds) ?? name}.js`,
  },
};

/**
 * The names of shared files, by a module in each. All others are named after one of their modules, which says little
 * where it is an `index.ts` or a `package.json`.
 */
const CHUNKS = {
  'settings/src/settings.ts': 'settings',
  'yaml/src/quick-value.ts': 'inputs',
  'lib/command.js': 'command-parser',
  'promql/src/parse-promql.ts': 'drafting',
  'cli/package.json': 'version',
  'cli/src/create-program.ts': 'command-line',
  'engine/src/run/plan-run.ts': 'engine',
  'engine/src/reports/print-generate.ts': 'generate',
  'engine/src/run/export-run.ts': 'export',
  'engine/src/reports/print-lint.ts': 'reports',
  'yaml/src/yaml-file.ts': 'yaml-file',
  'yaml/dist/index.js': 'yaml',
};

function chunkName(moduleIds) {
  return Object.entries(CHUNKS).find(([path]) =>
    moduleIds.some((id) => id.endsWith(`/${path}`)),
  )?.[1];
}

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
export const plugin = {
  folder: 'tools/plugin',
  typesOf: [],
  input: {
    ...common,
    input: Object.fromEntries(
      ['index', ...modules].map((name) => [name, at(`tools/plugin/src/${name}.ts`)]),
    ),
    external: [/^nx\//, '@g6/dashboards'],
    // The CommonJS form of one dependency finds its own files in a way that no bundler can follow.
    resolve: { alias: plainSettings, mainFields: ['module', 'main'] },
  },
  output: { exports: 'named', chunkFileNames: 'chunks/[name].js' },
};

/** The server of the preview; the library that it serves is given to it. */
export const preview = {
  folder: 'tools/preview',
  typesOf: [],
  input: {
    ...common,
    input: { index: at('tools/preview/src/index.ts'), re2: 're2js' },
    external: ['@g6/dashboards'],
    plugins: [re2Apart],
    resolve: { alias: libraries },
  },
  output: { exports: 'named', minify: true },
};

/** Writes a bundle with its source maps and notices to its `dist` below a folder. */
export async function writeBundle({ folder, pages, hasBuildId, typesOf, input, output }, out) {
  const bundle = await rolldown(input);
  const dir = join(out, folder, 'dist');
  const { output: files } = await bundle.write({ ...output, dir, format: 'cjs', sourcemap: true });
  await bundle.close();
  for (const name of pages ?? []) {
    rmSync(join(dir, name), { recursive: true, force: true });
    cpSync(at(`docs/${name}`), join(dir, name), { recursive: true });
  }
  const modules = files.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices([...modules, ...typesOf]));
  for (const { fileName } of files.filter(({ fileName }) => fileName.endsWith('.map'))) {
    tidySourceMap(join(dir, fileName), join(root, folder, 'dist', fileName));
  }
  if (hasBuildId) writeFileSync(join(dir, 'build-id'), buildId(files));
}

/** Tells a build from every other one: records of its runs are of no use to another. */
function buildId(files) {
  const id = createHash('sha256');
  for (const file of files.filter(({ type }) => type === 'chunk')) {
    id.update(`${file.fileName} ${file.code.length}\n${file.code}`);
  }
  return id.digest('hex');
}

/**
 * Leaves only our own sources in a source map, since those of dependencies are four fifths of its
 * size, and names them relative to the place of the map in the workspace, wherever it is built.
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

function readPaths() {
  return readJson('tsconfig.base.json').compilerOptions.paths;
}

function readJson(path) {
  return JSON.parse(readFileSync(at(path), 'utf8'));
}
