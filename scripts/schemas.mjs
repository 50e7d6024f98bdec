/** Writes the JSON Schemas of all files that users write, and of the reports that commands print. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const require = createRequire(import.meta.url);
const { jsonSchemas, reportSchemas } = require('../libs/engine/dist/index.js');

const folder = fileURLToPath(new URL('../libs/engine/schemas/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const { file, schema } of [...jsonSchemas(), ...reportSchemas()]) {
  const path = `${folder}${file}`;
  const options = { ...(await resolveConfig(path)), parser: 'json' };
  writeFileSync(path, await format(JSON.stringify(schema), options));
}
