import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { libraries } from './bundles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = 'libraries';

/**
 * Bundles libraries of this workspace that no package publishes, and loads them: a module for each
 * name, `{ promql, model }`. For scripts that look at them more closely than the command line does.
 */
export function bundleLibraries(...names) {
  return load(names.map((name) => `export * as ${camelCase(name)} from '@g6/${name}';`).join('\n'));
}

/** Bundles a TypeScript module of this workspace, by its path from the root, and loads it. */
export function bundleModule(path) {
  return load(`export * from ${JSON.stringify(join(root, path))};`);
}

async function load(source) {
  const scratch = mkdtempSync(join(tmpdir(), 'libraries-'));
  try {
    const bundle = await rolldown({
      platform: 'node',
      cwd: root,
      input: { [ENTRY]: ENTRY },
      moduleTypes: { '.yml': 'text' },
      logLevel: 'warn',
      resolve: { alias: libraries, mainFields: ['module', 'main'] },
      plugins: [
        {
          name: 'entry',
          resolveId: (id) => (id === ENTRY ? id : undefined),
          load: (id) => (id === ENTRY ? source : undefined),
        },
      ],
    });
    const file = join(scratch, `${ENTRY}.cjs`);
    await bundle.write({ file, format: 'cjs', codeSplitting: false });
    return createRequire(import.meta.url)(file);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function camelCase(name) {
  return name.replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
