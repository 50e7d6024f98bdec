/** Lets the generators of the documentation load the TypeScript of this workspace. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The path of a file of this workspace. */
export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The text of a file of this workspace. */
export const read = (path) => readFileSync(at(path), 'utf8');

/** Loads CommonJS, and TypeScript as if it were. */
export const require = createRequire(import.meta.url);

const { compilerOptions } = JSON.parse(read('tsconfig.base.json'));
require('tsconfig-paths').register({
  baseUrl: at(''),
  paths: compilerOptions.paths,
});
require('ts-node').register({
  transpileOnly: true,
  skipProject: true,
  compilerOptions: {
    target: 'es2022',
    module: 'commonjs',
    moduleResolution: 'node10',
    esModuleInterop: true,
    resolveJsonModule: true,
    ignoreDeprecations: '6.0',
    rootDir: at(''),
  },
});
// After TypeScript's, so that a name without an ending is never a YAML file.
require.extensions['.yml'] = (module, path) => {
  module.exports = { default: readFileSync(path, 'utf8'), __esModule: true };
};
