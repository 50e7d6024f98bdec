/**
 * The least work that any generator of dashboards does: parse the YAML of a workspace, turn the dashboards
 * into JSON text and write them. `node floor.mjs <workspace> <generated> <output>`; the dashboards come
 * from `generated`, parsed before the clock starts.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [workspace, generated, output] = process.argv.slice(2);
const names = readdirSync(generated).filter((name) => name.endsWith('.json'));
const dashboards = names.map((name) => JSON.parse(readFileSync(join(generated, name), 'utf8')));

const start = performance.now();
parse(readFileSync(join(workspace, 'spec/base.yml'), 'utf8'));
for (const slug of readdirSync(join(workspace, 'plans'))) {
  parse(readFileSync(join(workspace, 'plans', slug, 'plan.yaml'), 'utf8'));
}
mkdirSync(output, { recursive: true });
for (const [index, dashboard] of dashboards.entries()) {
  writeFileSync(join(output, names[index]), `${JSON.stringify(dashboard, null, 2)}\n`);
}
console.log(JSON.stringify({ milliseconds: performance.now() - start }));
