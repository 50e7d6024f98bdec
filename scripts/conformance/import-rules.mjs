import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const engine = fileURLToPath(new URL('../../libs/engine/dist/index.js', import.meta.url));
const { DEFAULT_OPTIONS, DEFAULT_RULE_OPTIONS, importRun, rulesRun } = require(engine);

/**
 * Imports the rules and alerts of a mixin into an empty spec, and writes them again; gives the rule files
 * before and after, for `compareRuleFiles`, and the failures that promtool finds in the rules and in
 * the tests that we derive, which takes its time. Undefined if there are none.
 */
export async function importRules(folder, scratch, promtool) {
  const sources = ['alerts.yaml', 'rules.yaml']
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file) && readYaml(file)?.groups !== undefined);
  if (sources.length === 0) return undefined;
  mkdirSync(scratch, { recursive: true });
  const [spec, plans, rules] = ['spec.yml', 'plans', 'rules'].map((at) => join(scratch, at));
  const request = { form: 'rules', sources, spec, plans, now: 0 };
  const imported = await importRun(request);
  const again = await importRun(request);
  const written = rulesRun({
    ...{ spec: { spec }, plans: { folder: plans }, folder: rules, options: DEFAULT_OPTIONS },
    ...{ scope: 'all', now: 0, rules: DEFAULT_RULE_OPTIONS, dryRun: false },
  });
  const problems = [...imported.problems, ...written.problems];
  const files = ['recording.yml', 'alerts.yml'].map((file) => join(rules, file));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const proofs =
    errors.length > 0
      ? []
      : [
          failureOf(promtool, ['check', 'rules', '--lint=none', ...files]),
          failureOf(promtool, ['test', 'rules', join(rules, 'tests.yml')]),
        ];
  return {
    originals: sources.map(readYaml),
    written: errors.length > 0 ? [] : files.map(readYaml),
    alerts: written.alerts,
    untested: written.untested,
    errors,
    proofs,
    warnings: imported.problems.filter(({ severity }) => severity !== 'error'),
    changedAgain: again.files.map(({ path }) => path),
  };
}

function readYaml(path) {
  return parse(readFileSync(path, 'utf8'));
}

/** The message of a promtool command that fails. */
function failureOf(promtool, args) {
  return new Promise((resolve) => {
    execFile(promtool, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve(error ? [`promtool ${args[0]} failed:\n${(stdout + stderr).slice(0, 4000)}`] : []);
    });
  });
}
