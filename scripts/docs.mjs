/**
 * Writes the JSON Schemas and the pages of the documentation that are made from the code; build
 * first. With `--check` it writes nothing, names what is stale, and then ends with 1.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { at, require } from './docs/sources.mjs';
import { apiPage } from './docs/api-page.mjs';
import { cliPage } from './docs/cli-page.mjs';
import { formatPages } from './docs/format-pages.mjs';
import { indexPage } from './docs/index-page.mjs';
import { jsonPage } from './docs/json-page.mjs';
import { cliManPage } from './docs/man-page.mjs';
import { nxPage } from './docs/nx-page.mjs';
import { panelSourcesPage } from './docs/panel-sources-page.mjs';

const { jsonSchemas, reportSchemas } = require(at('libs/engine/src/schemas/json-schemas.ts'));
const { EXECUTOR_OPTIONS, executorSchema } = require(
  at('tools/plugin/src/executors/executor-schemas.ts'),
);
const catalogue = require(at('tools/repository/src/problem-catalogue/problem-catalogue.ts'));

/**
 * Files by their path. Those that pages are made from come first, and the index comes last, because
 * it lists the pages that there are.
 */
const pages = {
  ...Object.fromEntries(
    [...jsonSchemas(), ...reportSchemas()].map(({ file, schema }) => [
      `libs/engine/schemas/${file}`,
      () => JSON.stringify(schema),
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(EXECUTOR_OPTIONS).map((name) => [
      `tools/plugin/src/executors/${name}/schema.json`,
      () => JSON.stringify(executorSchema(name)),
    ]),
  ),
  'docs/problems.md': catalogue.renderProblemCatalogue,
  ...formatPages,
  'docs/reference/panel-sources.md': panelSourcesPage,
  'docs/reference/cli.md': cliPage,
  'docs/reference/json.md': jsonPage,
  'docs/reference/api.md': apiPage,
  'libs/engine/man/g6-dashboards.1': cliManPage,
  'docs/reference/nx.md': nxPage,
  'docs/README.md': indexPage,
};

const check = process.argv.includes('--check');
const stale = [];
for (const [path, render] of Object.entries(pages)) {
  const options = { ...(await resolveConfig(at(path))), filepath: at(path) };
  const rendered = await render();
  // Prettier has no parser for man pages.
  const text = path.endsWith('.1') ? rendered : await format(rendered, options);
  if (text === current(path)) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}
for (const path of stale) console.log(`${path}: ${check ? 'stale; npm run docs' : 'written'}`);
if (check && stale.length > 0) process.exitCode = 1;

function current(path) {
  try {
    return readFileSync(at(path), 'utf8');
  } catch {
    return undefined;
  }
}
