/** Bundles the library, the command line and the plugin; Nx and npm find them in their `dist`. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;

const common = {
  platform: 'node',
  cwd: root,
  moduleTypes: { '.yml': 'text' },
  // Nothing that is bundled does anything on import; without this, an editor would come along.
  treeshake: { moduleSideEffects: false },
  logLevel: 'warn',
};

const engine = at('libs/dashboards/src/index.ts');
/** The type checker is published twice; only the ES modules let unused parts be left out. */
const checker = '@prometheus-io/codemirror-promql/dist';
const alias = {
  '@g6/dashboards': engine,
  [`${checker}/cjs`]: `${checker}/esm`,
  '@codemirror/language': at('libs/dashboards/src/promql/editor-stand-in.ts'),
};

/** A single file that needs nothing beside it. */
const standalone = (input, file) => ({
  input: {
    ...common,
    input: at(input),
    resolve: { alias },
  },
  output: { file: at(file), format: 'cjs', minify: true, codeSplitting: false },
});

/** Modules of the plugin; Nx and the library are found where they are installed. */
const executors = ['generate/generate', 'verify/verify'].flatMap((name) => [
  `${name}.impl`,
  `${name}.batch`,
]);
const reports = ['inventory', 'inventory-diff', 'lint', 'coverage'].map(
  (name) => `${name}/${name}.impl`,
);
const modules = [
  ...executors,
  ...reports,
  'generate-all/generate-all.impl',
  'manifest/manifest.impl',
].map((name) => `executors/${name}`);

const plugin = {
  input: {
    ...common,
    input: Object.fromEntries(
      ['index', ...modules].map((name) => [name, at(`tools/plugin/src/${name}.ts`)]),
    ),
    external: [/^@nx\//, /^@g6\//],
  },
  output: {
    dir: at('tools/plugin/dist'),
    format: 'cjs',
    exports: 'named',
    chunkFileNames: 'chunks/[name].js',
  },
};

const bundles = [
  standalone('libs/dashboards/src/index.ts', 'libs/dashboards/dist/index.js'),
  standalone('tools/cli/src/main.ts', 'tools/cli/dist/main.js'),
  plugin,
];

for (const { input, output } of bundles) {
  const bundle = await rolldown(input);
  await bundle.write(output);
  await bundle.close();
}

// What a run of the command line compiles is kept beside it, so that the next starts faster. The
// run's own outcome does not matter here.
const cache = [at('scripts/write-code-cache.cjs'), at('tools/cli/dist/main.js')];
spawnSync(process.execPath, [...cache, 'generate', '--dry-run'], { cwd: root, stdio: 'ignore' });
