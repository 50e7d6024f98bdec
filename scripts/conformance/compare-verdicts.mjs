import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const engine = fileURLToPath(new URL('../../libs/engine/dist/index.js', import.meta.url));
const { DEFAULT_OPTIONS, loadBasis } = require(engine);

/** The codes of what makes an expression invalid; others are about names and variables. */
const INVALID = new Set(['promql-syntax', 'promql-type']);

/** Compares our verdict on every expression of a mixin with that of promtool. */
export function compareVerdicts({ alerts, recorded, queries }, promtool, scratch) {
  const expressions = [
    ...alerts.map(({ expr }) => ({ expr: String(expr), interpolated: String(expr) })),
    ...recorded.map((expr) => ({ expr, interpolated: expr })),
    ...queries,
  ];
  const ours = ourVerdicts(
    expressions.map(({ expr }) => expr),
    scratch,
  );
  const theirs = promtoolVerdicts(
    expressions.map(({ interpolated }) => interpolated),
    promtool,
    scratch,
  );
  const findings = expressions.flatMap(({ expr }, index) => {
    const [our, their] = [ours.get(index), theirs.get(index)];
    if ((our === undefined) === (their === undefined)) return [];
    const verdicts = `we say ${our ?? 'yes'}, promtool ${their ?? 'yes'}`;
    return [`${verdicts}: ${expr.replace(/\s+/g, ' ')}`];
  });
  return { compared: expressions.length, findings };
}

/** The fault of each expression that we refuse, by its place in the list. */
function ourVerdicts(expressions, scratch) {
  const spec = join(scratch, 'verdicts', 'spec.yml');
  mkdirSync(join(scratch, 'verdicts'), { recursive: true });
  // One line for each expression, so that the line of a problem tells which it is.
  const panels = expressions.map(
    (expr, index) => `    ${JSON.stringify({ title: `${index}`, promql: expr })}`,
  );
  const head =
    '{"version": 1, "families": {"all": {"metrics": [{"name": "x", "type": "gauge", "panels": [';
  writeFileSync(spec, `${head}\n${panels.join(',\n')}\n]}]}}}\n`);
  const { problems } = loadBasis({ spec }, DEFAULT_OPTIONS);
  rmSync(spec);
  const invalid = problems.filter(({ code }) => INVALID.has(code));
  return new Map(invalid.map(({ line, message }) => [line - 2, message]));
}

/** The same of promtool: it reads each expression as that of a recording rule. */
function promtoolVerdicts(expressions, promtool, scratch) {
  const file = join(scratch, 'verdicts.json');
  const rules = expressions.map((expr, index) => ({ record: `q${index}`, expr }));
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'all', rules }] }));
  const run = spawnSync(promtool, ['check', 'rules', '--lint=none', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0 && !run.stderr.includes('could not parse expression')) {
    throw new Error(`promtool check rules failed: ${run.stderr}`);
  }
  return new Map(
    [...run.stderr.matchAll(/, "q(\d+)": could not parse expression: (.*)/g)].map((match) => [
      Number(match[1]),
      match[2],
    ]),
  );
}
