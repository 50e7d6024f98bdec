/**
 * Proves on rules and dashboards that others wrote that we say yes where Prometheus does:
 * `npm run conformance:mixins -- <folder>`, where the folder holds `cases/mixins/<mixin>/`, or is
 * that folder, with `alerts.yaml`, `rules.yaml` and `dashboards/*.json`.
 *
 * Every alert becomes part of a spec; the rule files that we write from it have to pass promtool's
 * check and the tests that we derive. Every expression is judged by us and by promtool alike.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensure, PROMETHEUS } from './ensure-prometheus.mjs';
import { compareVerdicts } from './conformance/compare-verdicts.mjs';
import { readMixin } from './conformance/read-mixin.mjs';
import { proveRules } from './conformance/prove-rules.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run conformance:mixins -- <folder with cases/mixins/>');
  process.exit(2);
}

const promtool = ensure(PROMETHEUS).find((path) => path.endsWith('promtool'));
const nested = join(folder, 'cases/mixins');
const root = existsSync(nested) ? nested : folder;
const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const mixins = names.map(({ name }) => readMixin(join(root, name), name));

const findings = [];
const counts = { alerts: 0, untested: 0, expressions: 0 };
const reasons = new Map();
const scratch = mkdtempSync(join(tmpdir(), 'mixins-'));
try {
  const proofs = [];
  for (const mixin of mixins) {
    const verdicts = compareVerdicts(mixin, promtool, scratch);
    counts.expressions += verdicts.compared;
    findings.push(...verdicts.findings.map((finding) => `${mixin.name}: ${finding}`));
    if (mixin.alerts.length === 0) continue;
    proofs.push(proveRules(mixin, promtool, join(scratch, mixin.name)));
  }
  for (const { name, alerts, untested, findings: found } of await Promise.all(proofs)) {
    counts.alerts += alerts;
    counts.untested += untested.length;
    for (const { reason } of untested) countReason(reason);
    findings.push(...found.map((finding) => `${name}: ${finding}`));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const finding of findings) console.error(finding);
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) {
  console.log(`no test could be derived for ${count}: ${reason}`);
}
console.log(
  `${mixins.length} mixins: ${counts.expressions} expressions judged as promtool judges them; ` +
    `${counts.alerts} alerts written, ${counts.alerts - counts.untested} of them tested; ` +
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
);
process.exitCode = findings.length > 0 ? 1 : 0;

function countReason(reason) {
  const kind = reason.replace(/"[^"]*"/g, '"…"').replace(/^.* is not modelled$/s, 'not modelled');
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}
