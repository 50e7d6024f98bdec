/**
 * Pushes the dashboards of this repository to the stand-in for Grafana by every API, and validates every
 * body that it gets by Grafana's published JSON Schemas. The folder that holds them is the argument, or the
 * folder `schemas` in it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaChecker, schemaRunner } from './schema-checker.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [given = ''] = process.argv.slice(2);
const inside = join(resolve(given), 'schemas');
const schemas = existsSync(inside) ? inside : resolve(given);
if (given === '' || !existsSync(join(schemas, 'dashboard.jsonschema.json'))) {
  console.error('name the folder of the published schemas');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'g6-requests-'));
try {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const test = 'tools/repository/e2e/live/every-dashboard.test.ts';
  execFileSync(process.execPath, [jest, '--maxWorkers=1', test], {
    cwd: root,
    env: { ...process.env, G6_RECORD_REQUESTS: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const run = schemaRunner(schemas);
  const checkDashboard = schemaChecker(schemas);
  const requests = readdirSync(folder).map((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  );
  const findings = requests.flatMap(({ method, path, body }) =>
    findingsIn(path, body, { run, checkDashboard }).map((one) => `${method} ${path}: ${one}`),
  );
  for (const finding of findings.slice(0, 50)) console.error(finding);
  console.log(`${requests.length} requests with a body; ${findings.length} findings`);
  process.exitCode = findings.length > 0 || requests.length === 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function findingsIn(path, body, { run, checkDashboard }) {
  if (path === '/api/folders') return run('folderv1', 'Folder', { title: body.title }, '');
  if (path === '/api/dashboards/db') return checkDashboard(withoutServerKeys(body.dashboard));
  if (!path.startsWith('/apis/')) return [`nobody knows what goes to ${path}`];
  const resource = run('resource', 'Manifest', body, '');
  if (path.includes('/folders')) return [...resource, ...run('folderv1', 'Folder', body.spec, '')];
  return [...resource, ...checkDashboard(body.spec)];
}

/** The classic API takes an id of null, which the schema of a dashboard does not. */
function withoutServerKeys({ id, ...dashboard }) {
  return id === null ? dashboard : { id, ...dashboard };
}
