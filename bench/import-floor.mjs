/**
 * The least work that any import of metrics does: look at each line of the exposition, print the YAML of
 * what is written, parse it to see that it is valid, and write all files.
 * `node import-floor.mjs <exposition> <contents.json> <output>`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';

const [exposition, contents, output] = process.argv.slice(2);
const names = new Set();
for (const line of readFileSync(exposition, 'utf8').split('\n')) {
  names.add(/^[^{ ]*/.exec(line)?.[0]);
}
for (const [name, content] of Object.entries(JSON.parse(readFileSync(contents, 'utf8')))) {
  const text = stringify(content);
  parse(text);
  mkdirSync(dirname(join(output, name)), { recursive: true });
  writeFileSync(join(output, name), text);
}
console.log(names.size);
