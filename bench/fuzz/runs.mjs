/** Reads random inputs from a seed on; a child process of `bench/fuzz.mjs`. */
import { bundleLibraries } from '../../scripts/build/bundle-libraries.mjs';
import { runCases } from '../limits.mjs';
import * as inputs from './inputs.mjs';
import { mutate, Random } from './random.mjs';

const libraries = await bundleLibraries(
  'promql',
  'model',
  'import',
  'inventory',
  'dashboard-files',
  'settings',
  'problems',
);
const { promql, model, inventory, dashboardFiles, settings, problems } = libraries;
const { readAnswers, ...readers } = { ...libraries.import, readAnswers: readServerAnswers };

const SPEC = model.readSpec([{ path: 'spec.yml', text: 'version: 1\nfamilies: {f_0: {}}\n' }]).spec;
const problemsOf = (reading) => reading.problems;

/** How an input of each kind is made and read; reading gives the problems. */
const KINDS = {
  expression: [inputs.expression, readExpression],
  template: [inputs.template, (text) => readSpecWith({ alert: 'A', expr: 'm > 1', summary: text })],
  pattern: [inputs.template, (text) => readExpression(`x{a=~${JSON.stringify(text)}}`)],
  spec: [inputs.spec, (text) => problemsOf(model.readSpec([{ path: 'spec.yml', text }]))],
  plans: [inputs.plans, (text) => problemsOf(model.readPlans([{ path: 'plans.yml', text }], SPEC))],
  configuration: [
    inputs.configuration,
    (text) => problemsOf(settings.readConfig({ path: 'g6.config.yaml', text })),
  ],
  'efficiency catalogue': [
    inputs.efficiency,
    (text) =>
      problemsOf(model.readEfficiency({ path: 'e.yml', text }, SPEC, new promql.PromQlCache())),
  ],
  'inventory (CSV)': [
    inputs.csv,
    (text) => problemsOf(inventory.readInventory({ path: 'a.csv', text })),
  ],
  'inventory (lines of JSON)': [
    inputs.jsonLines,
    (text) => problemsOf(inventory.readInventory({ path: 'a.jsonl', text })),
  ],
  'generated dashboard': [
    inputs.dashboard,
    (text) => [
      ...problemsOf(dashboardFiles.decodeDashboard({ path: 'a.json', text })),
      ...(dashboardFiles.compareDashboards('a', GENERATED, text) && []),
    ],
  ],
  'foreign dashboard': [
    inputs.dashboard,
    (text) => problemsOf(readers.readDashboards({ path: 'a.json', text })),
  ],
  exposition: [
    inputs.exposition,
    (text) => problemsOf(readers.readExposition({ path: 'metrics.txt', text })),
  ],
  'rule file': [
    inputs.ruleFile,
    (text) => problemsOf(readers.readRuleFiles([{ path: 'rules.yml', text }])),
  ],
  conventions: [
    inputs.conventions,
    (text) => problemsOf(readers.readSemconv([{ path: 'a.yaml', text }])),
  ],
  'server answer': [inputs.answer, readAnswers],
};

const GENERATED = JSON.stringify({ title: 'A', uid: 'a', panels: [], g6_meta: { spec_hash: 'x' } });
const [, , count, firstSeed] = process.argv.slice(2);

await runCases(
  Object.keys(KINDS).flatMap((kind, position) =>
    Array.from({ length: Number(count) }, (_, index) => {
      const seed = Number(firstSeed) + index;
      return { name: `${kind} ${seed}`, run: () => runOne(kind, position, seed) };
    }),
  ),
);

function runOne(kind, position, seed) {
  const random = new Random(seed * 31 + position);
  const [make, read] = KINDS[kind];
  const made = make(random);
  const text = random.chance(0.7) ? mutate(made, random) : made;
  if (Number(count) === 1) console.log(JSON.stringify(text));
  for (const problem of read(text)) checkProblem(problem);
}

/** A problem names a place and prints as one line, with one more for its hint. */
function checkProblem(problem) {
  const { line, column, message } = problem;
  const whole = Number.isSafeInteger(line) && Number.isSafeInteger(column);
  if (!whole || line < 0 || column < 0 || typeof message !== 'string' || message === '') {
    throw new Error(`no proper problem: ${JSON.stringify(problem)}`);
  }
  const rendered = problems.renderProblems([problem]);
  const lines = rendered.split('\n').length;
  if (/[^\P{Cc}\n]/u.test(rendered) || lines !== (problem.hint === undefined ? 1 : 2)) {
    throw new Error(`unsafe to print: ${JSON.stringify(rendered)}`);
  }
}

function readExpression(text) {
  const analyzed = new promql.AnalyzedPromQl(text);
  for (const { from, to, message } of analyzed.faults) {
    if (!(from >= 0 && from <= to && to <= text.length && message !== '')) {
      throw new Error(`no proper place: ${from} to ${to} of ${text.length}: ${message}`);
    }
  }
  void [analyzed.facts, analyzed.experimental];
  return [];
}

function readSpecWith(alert) {
  const metric = { name: 'm', type: 'gauge', alerts: [alert] };
  const text = JSON.stringify({ version: 1, families: { f: { metrics: [metric] } } });
  return model.readSpec([{ path: 'spec.yml', text }]).problems;
}

function readServerAnswers(text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = text;
  }
  const answer = { url: 'http://127.0.0.1:9090/api/v1/x', body };
  const all = ['readMetadata', 'readRules', 'readNames', 'readSeries', 'readTsdbStatus'];
  return all.flatMap((name) => readers[name](answer).problems);
}
