/** Writes the pages of the documentation that are made from the code; build first. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const require = createRequire(import.meta.url);
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

const catalogue = require(at('tools/cli/test/problem-catalogue/problem-catalogue.ts'));

writeFileSync(at('docs/problems.md'), catalogue.renderProblemCatalogue());
