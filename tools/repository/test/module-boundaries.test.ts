import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../testing/repository-copy';

const BOUNDARY = '@nx/enforce-module-boundaries';

/** A file, an import in it, and the rules that the import breaks. */
const IMPORTS = [
  ['libs/engine/src/index.ts', '@g6/plugin', [BOUNDARY]],
  ['tools/cli/src/main.ts', '@g6/plugin', [BOUNDARY]],
  ['tools/plugin/src/index.ts', '../../cli/src/run-cli', [BOUNDARY]],
  ['libs/model/src/plan/plan.ts', 'node:fs', ['no-restricted-imports']],
  ['libs/engine/src/files/read-text.ts', 'node:fs', []],
  ['libs/engine/src/run/plan-run.ts', 'node:child_process', ['no-restricted-imports']],
  ['libs/settings/src/index.ts', '@g6/model', [BOUNDARY]],
  ['libs/model/src/index.ts', '@g6/settings', []],
  ['libs/yaml/src/index.ts', '@g6/promql', [BOUNDARY]],
  ['libs/promql/src/index.ts', '@g6/model', [BOUNDARY]],
  ['libs/generation/src/index.ts', '@g6/dashboards', [BOUNDARY]],
  ['tools/cli/src/main.ts', '@g6/promql', [BOUNDARY]],
  ['tools/plugin/src/index.ts', '@g6/model', [BOUNDARY]],
  ['libs/import/src/index.ts', '@g6/inventory', [BOUNDARY]],
  ['tools/cli/src/main.ts', '@g6/dashboards', []],
  ['libs/generation/src/index.ts', '@g6/model', []],
] as const;

describe('the linter', () => {
  let broken: string[][] = [];

  beforeAll(() => {
    // The boundary rule reads the project graph that Nx caches, and passes everything without one.
    node([join(REPOSITORY, 'node_modules/.bin/nx'), 'show', 'projects', '--json']);
    const texts = IMPORTS.map(([file, imported]) => [file, `export * from '${imported}';\n`]);
    const output = node([join(__dirname, '../testing/lint-texts.mjs')], JSON.stringify(texts));
    broken = JSON.parse(output) as string[][];
  });

  it.each(IMPORTS.map(([file, imported, rules], index) => ({ file, imported, rules, index })))(
    'reports $rules if $file imports $imported',
    ({ rules, index }) => {
      expect(broken[index]).toEqual(rules);
    },
  );
});

function node(args: readonly string[], input = ''): string {
  // In single-run mode, the default in CI, the parser would read files from disk instead.
  const env = { ...process.env, NX_DAEMON: 'false', TSESTREE_SINGLE_RUN: 'false' };
  return execFileSync(process.execPath, args, { cwd: REPOSITORY, encoding: 'utf8', input, env });
}
