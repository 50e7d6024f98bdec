/**
 * Compares our verdict on expressions with that of Prometheus' own parser:
 * `npm run conformance:promql -- <folder>`, where the folder holds `cases/promql.jsonl`, or is the
 * file itself. Each line is `{"expr", "ok", "experimental", "source"}`: whether the parser takes the
 * expression without experimental functions and modifiers, and with them.
 *
 * Fails below 99.9 % on either verdict, and if an expression is judged otherwise that
 * docs/promql.md does not list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleLibraries } from '../build/bundle-libraries.mjs';

const LEAST = 0.999;
/** The verdict "without" is of a server that lacks these, and has the other experimental parts. */
const LACKING = new Set(['promql-experimental-functions', 'promql-binop-fill-modifiers']);

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run conformance:promql -- <folder with cases/promql.jsonl>');
  process.exit(2);
}
const nested = join(folder, 'cases/promql.jsonl');
const cases = readLines(existsSync(nested) ? nested : folder).map((line) => JSON.parse(line));
const root = fileURLToPath(new URL('../..', import.meta.url));
const listed = readFileSync(join(root, 'docs/promql.md'), 'utf8');

const { promql } = await bundleLibraries('promql');
const { AnalyzedPromQl, checkPromQl, GLOBAL_VARIABLES } = promql;
const counts = new Map();
const unlisted = [];
for (const { expr, ok, experimental, source } of cases) {
  const ours = verdicts(expr);
  const count = counts.get(source) ?? { all: 0, without: 0, with: 0 };
  count.all += 1;
  count.without += Number(ours.without === ok);
  count.with += Number(ours.with === experimental);
  counts.set(source, count);
  if ((ours.without === ok && ours.with === experimental) || listed.includes(expr)) continue;
  unlisted.push(
    `${spellVerdicts(ours)}, Prometheus ${spellVerdicts({ without: ok, with: experimental })}: ${JSON.stringify(expr)}${ours.reason}`,
  );
}

for (const line of unlisted.slice(0, 100)) console.error(`we say ${line}`);
const total = { all: 0, without: 0, with: 0 };
for (const [source, count] of counts) {
  printCount(source, count);
  for (const key of Object.keys(total)) total[key] += count[key];
}
printCount('all', total);
const least = Math.min(total.without, total.with) / total.all;
if (unlisted.length > 0) console.error(`${unlisted.length} of these are not in docs/promql.md`);
process.exitCode = !(least >= LEAST) || unlisted.length > 0 ? 1 : 0;

/** Whether we take an expression; a variable of Grafana's own stands for what Grafana puts there. */
function verdicts(expr) {
  const analyzed = new AnalyzedPromQl(expr);
  const [fault] = checkPromQl(analyzed.promql);
  const unknown = analyzed.promql.variables.some(
    ({ inString, name }) => !inString && !GLOBAL_VARIABLES.includes(name),
  );
  const all = !fault && !unknown;
  const lacking = analyzed.experimental.some(({ feature }) => LACKING.has(feature));
  const reason = fault ? ` (${fault.message})` : unknown ? ' (a variable)' : '';
  return { without: all && !lacking, with: all, reason };
}

function spellVerdicts({ without, with: all }) {
  return without ? 'yes' : all ? 'yes with features' : 'no';
}

function printCount(name, { all, without, with: having }) {
  const share = (count) => `${((100 * count) / all).toFixed(2)} % (${count})`;
  console.log(
    `${name}: ${all} expressions; ${share(without)} agree without experimental functions, ${share(having)} with them`,
  );
}

function readLines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
