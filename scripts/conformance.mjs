/**
 * Checks generated dashboards against data that is not part of this repository:
 * `npm run conformance -- <folder>`, where the folder holds `reference/` (a spec, plans, and the
 * panels expected of them) and `schemas/` (Grafana's published JSON Schemas).
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaChecker } from './conformance/schema-checker.mjs';
import { comparePanels } from './conformance/compare-panels.mjs';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const { DEFAULT_OPTIONS, generateRun, renderProblems } = require(
  join(root, 'libs/engine/dist/index.js'),
);

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run conformance -- <folder with reference/ and schemas/>');
  process.exit(2);
}

const findings = [];
const check = schemaChecker(join(folder, 'schemas'));
const counts = { panels: 0, dashboards: 0, queries: 0 };

const output = mkdtempSync(join(tmpdir(), 'conformance-'));
try {
  for (const unitInference of ['legacy', 'auto']) {
    const target = join(output, unitInference);
    const report = generateRun({
      spec: { spec: join(folder, 'reference/base.yml') },
      plans: { file: join(folder, 'reference/plans.yml') },
      output: target,
      options: { ...DEFAULT_OPTIONS, unitInference },
      scope: 'all',
      now: 0,
      dryRun: false,
    });
    if (report.problems.length > 0) findings.push(renderProblems(report.problems));
    validateFolder(target, `reference (${unitInference})`);
  }
  const expected = readFileSync(join(folder, 'reference/expected-panels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  findings.push(...comparePanels(expected, join(output, 'legacy')));
  counts.panels = expected.length;
} finally {
  rmSync(output, { recursive: true, force: true });
}
validateFolder(join(root, 'dashboards/generated'), 'dashboards/generated');

for (const finding of findings) console.error(finding);
console.log(
  `${counts.panels} expected panels compared; ${counts.dashboards} dashboards validated in layers; ` +
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
);
process.exitCode = findings.length > 0 ? 1 : 0;

function validateFolder(path, name) {
  for (const file of readdirSync(path).filter(
    (entry) => entry.endsWith('.json') && entry !== 'manifest.json',
  )) {
    const dashboard = JSON.parse(readFileSync(join(path, file), 'utf8'));
    findings.push(...check(dashboard).map((finding) => `${name}/${file}: ${finding}`));
    counts.dashboards += 1;
  }
}
