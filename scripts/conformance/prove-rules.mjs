import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const engine = fileURLToPath(new URL('../../libs/engine/dist/index.js', import.meta.url));
const { DEFAULT_OPTIONS, DEFAULT_RULE_OPTIONS, loadBasis, rulesRun } = require(engine);

/**
 * Writes the alerts of a mixin as a spec, and tests the rule files that we make of it; promtool runs
 * while the next mixin is written.
 */
export async function proveRules(mixin, promtool, folder) {
  mkdirSync(folder, { recursive: true });
  const spec = join(folder, 'spec.yml');
  const plans = join(folder, 'plans.yml');
  writeFileSync(plans, JSON.stringify({ dashboards: [{ slug: 'all', families: ['all'] }] }));
  const metrics = declareMetrics(mixin.alerts, spec);
  writeSpec(spec, metrics, mixin.alerts);
  const rules = join(folder, 'rules');
  const report = rulesRun({
    spec: { spec },
    plans: { file: plans },
    folder: rules,
    options: DEFAULT_OPTIONS,
    rules: DEFAULT_RULE_OPTIONS,
    dryRun: false,
  });
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const findings = errors.map(({ line, message }) => `refused: ${message} (line ${line})`);
  if (errors.length === 0) {
    const files = ['recording.yml', 'alerts.yml'].map((file) => join(rules, file));
    const failures = await Promise.all([
      failureOf(promtool, ['check', 'rules', '--lint=none', ...files]),
      failureOf(promtool, ['test', 'rules', join(rules, 'tests.yml')]),
    ]);
    findings.push(...failures.flat());
  }
  return { name: mixin.name, alerts: report.alerts, untested: report.untested, findings };
}

/**
 * Declares what alerts read, as our own problems name it: first the metrics that nothing defines,
 * then the labels that they lack.
 */
function declareMetrics(alerts, spec) {
  const metrics = new Map();
  writeSpec(spec, metrics, alerts);
  for (const { message } of problemsOf(spec)) {
    const name = /nothing in the spec defines "(.*)"|no rule can be derived for "([^"]*)"/.exec(
      message,
    );
    if (name) declare(metrics, name[1] ?? name[2]);
  }
  writeSpec(spec, metrics, alerts);
  for (const { code, message } of problemsOf(spec)) {
    if (code !== 'label-undeclared') continue;
    const [owners, label] = message.split(' declares no label ');
    for (const [, owner] of owners.matchAll(/"([^"]+)"/g)) {
      const metric = metrics.get(owner) ?? metrics.get(owner.replace(HISTOGRAM_SERIES, ''));
      metric?.labels.push(JSON.parse(label));
    }
  }
  return metrics;
}

const HISTOGRAM_SERIES = /_(?:bucket|sum|count)$/;

function declare(metrics, name) {
  if (name.endsWith('_bucket')) {
    const histogram = name.slice(0, -'_bucket'.length);
    for (const suffix of ['_bucket', '_sum', '_count']) metrics.delete(histogram + suffix);
    metrics.set(histogram, { name: histogram, type: 'histogram', labels: [] });
    return;
  }
  if (metrics.get(name.replace(HISTOGRAM_SERIES, ''))?.type === 'histogram') return;
  const type = /_(?:total|sum|count)$/.test(name) ? 'counter' : 'gauge';
  metrics.set(name, { name, type, labels: [] });
}

function problemsOf(spec) {
  return loadBasis({ spec }, DEFAULT_OPTIONS.unitInference).problems;
}

/** JSON is YAML. Alerts hang on a metric of their own, because any can carry them. */
function writeSpec(path, metrics, alerts) {
  const distinct = [...metrics.values()].map((metric) => ({
    ...metric,
    labels: [...new Set(metric.labels)],
  }));
  const carrier = { name: 'alerts_carrier', type: 'gauge', alerts: alerts.map(writtenAlert) };
  const families = { all: { metrics: [carrier, ...distinct] } };
  writeFileSync(path, JSON.stringify({ version: 1, families }, null, 1));
}

function writtenAlert({ alert, expr, for: waiting, labels = {}, annotations = {} }) {
  const { summary = annotations.message, description, runbook_url } = annotations;
  const written = { alert, expr: String(expr), for: waiting, severity: labels.severity };
  return { ...written, summary, description, runbook_url };
}

/** The message of a promtool command that fails. */
function failureOf(promtool, args) {
  return new Promise((resolve) => {
    execFile(promtool, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve(error ? [`promtool ${args[0]} failed:\n${(stdout + stderr).slice(0, 4000)}`] : []);
    });
  });
}
