/**
 * Proves on rules and dashboards that others wrote that we say yes where Prometheus does, and that
 * nothing is lost when they are imported and written again:
 * `npm run conformance:mixins -- <folder> [--verbose]`, where the folder holds
 * `cases/mixins/<mixin>/`, or is that folder, with `alerts.yaml`, `rules.yaml` and
 * `dashboards/*.json`.
 *
 * - Every expression is judged by us and by promtool alike.
 * - Every rule is imported and written again, and is the same; the rule files have to pass promtool's
 *   check and the tests that we derive.
 * - Every dashboard is imported and generated again. Fails if fewer than 99 % of the panels are the
 *   same, fewer than 95 % without the key `grafana`, or a query is lost. A panel that asks something
 *   other than Prometheus cannot come back; a warning has to name it.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleModule } from '../build/bundle-libraries.mjs';
import { ensure, PROMETHEUS } from '../ensure-prometheus.mjs';
import { compareVerdicts } from './compare-verdicts.mjs';
import { importDashboards } from './import-dashboards.mjs';
import { importRules } from './import-rules.mjs';
import { readMixin } from './read-mixin.mjs';
import { roundTripReport } from './round-trip-report.mjs';

const [folder, mode] = process.argv.slice(2);
if (folder === undefined || (mode !== undefined && mode !== '--verbose')) {
  console.error('usage: npm run conformance:mixins -- <folder with cases/mixins/> [--verbose]');
  process.exit(2);
}

const promtool = ensure(PROMETHEUS).find((path) => path.endsWith('promtool'));
const comparison = await bundleModule('tools/repository/src/mixins/index.ts');
const nested = join(folder, 'cases/mixins');
const root = existsSync(nested) ? nested : folder;
const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const names = entries.map(({ name }) => name).sort();

const findings = [];
const proofs = [];
const counts = { alerts: 0, untested: 0, expressions: 0 };
const reasons = new Map();
const report = roundTripReport(comparison, { verbose: mode === '--verbose' });
const scratch = mkdtempSync(join(tmpdir(), 'mixins-'));
try {
  for (const name of names) {
    const mixin = readMixin(join(root, name), name);
    const verdicts = compareVerdicts(mixin, promtool, scratch);
    counts.expressions += verdicts.compared;
    findings.push(...verdicts.findings.map((finding) => `${name}: ${finding}`));
    const at = (part) => join(scratch, name, part);
    const rules = await importRules(join(root, name), at('rules'), promtool);
    const dashboards = await importDashboards(join(root, name), at('dashboards'));
    findings.push(...report.add(name, rules, dashboards));
    counts.alerts += rules?.alerts ?? 0;
    counts.untested += rules?.untested.length ?? 0;
    for (const { reason } of rules?.untested ?? []) countReason(reason);
    proofs.push(...(rules?.proofs ?? []).map(async (proof) => [name, await proof]));
  }
  for (const [name, failures] of await Promise.all(proofs)) {
    findings.push(...failures.map((failure) => `${name}: ${failure}`));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) {
  console.log(`no test could be derived for ${count}: ${reason}`);
}
findings.push(...report.finish());
for (const finding of findings) console.error(finding);
console.log(
  `${names.length} mixins: ${counts.expressions} expressions judged as promtool judges them; ` +
    `${counts.alerts} alerts written, ${counts.alerts - counts.untested} of them tested; ` +
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
);
process.exitCode = findings.length > 0 ? 1 : 0;

function countReason(reason) {
  const kind = reason.replace(/"[^"]*"/g, '"…"').replace(/^.* is not modelled$/s, 'not modelled');
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}
