/**
 * Exports dashboards in every form, and checks the files by what is published about the forms:
 * `npm run conformance:export -- [folder]`, where the folder holds `schemas/` (Grafana's published JSON
 * Schemas), which are otherwise left out. With `--check <export>`, checks an export that exists.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportChecker } from './form-checkers.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const {
  DEFAULT_OPTIONS,
  DEFAULT_RULE_OPTIONS,
  EXPORT_FORMATS,
  exportRun,
  hasErrors,
  loadConfig,
  renderProblems,
  runRequest,
} = require(join(root, 'libs/engine/dist/index.js'));

/** What is exported besides the examples: dashboards of this repository, with all that plans can say. */
const SOURCES = [
  'dashboards',
  'docs/reference/example',
  'tools/repository/mixins/kubernetes',
  'tools/repository/mixins/node',
];
/** Exports of a format with other settings than its own. */
const VARIANTS = [
  ...EXPORT_FORMATS.map((format) => ({ format })),
  { format: 'resource', apiVersion: 'v1beta1' },
  { format: 'git-sync', apiVersion: 'v2' },
  { format: 'operator', apiVersion: 'v2', labels: { team: 'bus' }, namespace: 'monitoring' },
];

const args = process.argv.slice(2);
const existing = args[0] === '--check' ? args[1] : undefined;
const folder = existing === undefined ? args[0] : args[2];
const schemas = folder === undefined ? undefined : join(folder, 'schemas');
const check = exportChecker(schemas);
const findings = [];
const counts = {};

if (existing !== undefined) add(existing, check(existing));
else checkAll();

for (const finding of findings) console.error(finding);
const checked = Object.entries(counts).map(([kind, count]) => `${count} by ${kind}`);
console.log(
  `${checked.join(', ')}; ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
);
process.exitCode = findings.length > 0 || checked.length === 0 ? 1 : 0;

function checkAll() {
  const output = mkdtempSync(join(tmpdir(), 'exports-'));
  try {
    for (const source of [...SOURCES, ...examples()]) {
      for (const [index, settings] of VARIANTS.entries()) {
        const out = join(output, source, String(index));
        const report = exportRun(requestOf(source, out, settings));
        if (hasErrors(report.problems)) findings.push(renderProblems(report.problems));
        else if (report.written.length > 0) add(`${source} ${settings.format}`, check(out));
      }
    }
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function add(name, result) {
  findings.push(...result.findings.map((finding) => `${name}/${finding}`));
  for (const [kind, count] of Object.entries(result.counts))
    counts[kind] = (counts[kind] ?? 0) + count;
}

/** The examples, which are workspaces with a configuration of their own. */
function examples() {
  const folder = join(root, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'g6.config.yaml')))
    .map((name) => `examples/${name}`);
}

function requestOf(source, out, settings) {
  const at = (name) => join(root, source, name);
  const shared = { out, settings, dryRun: false, rules: DEFAULT_RULE_OPTIONS };
  if (source.startsWith('examples/')) {
    const { config } = loadConfig(at('g6.config.yaml'));
    return { ...runRequest(config, { density: 'normal' }), ...shared };
  }
  const spec = [at('spec'), at('spec.yml')].find(existsSync);
  return {
    spec: { spec },
    plans: { folder: at('plans') },
    output: out,
    options: DEFAULT_OPTIONS,
    ...shared,
  };
}
