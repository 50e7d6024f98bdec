/** Reads random inputs from a seed on; a child process of `bench/fuzz.mjs`. */
import { bundleLibraries, bundleModule } from '../../scripts/build/bundle-libraries.mjs';
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
  'delivery',
  'rules',
  'live-grafana',
);
const { finishedDashboard, SMALL_DASHBOARD } = await bundleModule(
  'libs/delivery/testing/finished-dashboards.ts',
);
const { promql, model, inventory, dashboardFiles, settings, problems, delivery, rules } = libraries;
const live = libraries.liveGrafana;
const { readAnswers, ...readers } = { ...libraries.import, readAnswers: readServerAnswers };

const SPEC = model.readSpec([{ path: 'spec.yml', text: 'version: 1\nfamilies: {f_0: {}}\n' }]).spec;
const problemsOf = (reading) => reading.problems;

/**
 * How an input of each kind is made and read, and how many are changed in odd places before that;
 * reading gives the problems.
 */
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
  ...Object.fromEntries(
    delivery.EXPORT_FORMATS.map((format) => [
      `exported as ${format}`,
      [() => exportedIn(format).text, (text) => readExported(format, text)],
    ]),
  ),
  'generated rules': [
    inputs.ruleFile,
    (text) => {
      rules.compareRules('rules.yml', 'groups: []\n', text).map(rules.ruleDriftToken);
      return [];
    },
  ],
  'dashboard in Grafana': [inputs.dashboard, readLive],
  'edited dashboard in Grafana': [() => JSON.stringify(SMALL), readLive],
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
  'import into a spec': [inputs.keptSpec, (text, random) => writeInto(text, PLAN, random), 0.2],
  'import into a plan': [
    inputs.keptPlan,
    (text, random) => writeInto(KEPT_SPEC, text, random),
    0.2,
  ],
};

const PLAN = 'slug: bus # kept\npanels: [{title: A, promql: up}] # ours\n';
const KEPT_SPEC =
  'version: 1\nfamilies:\n  bus: # kept\n    metrics: [{name: bus_a, type: gauge}]\n  tram:\n    metrics: [{name: tram_a, type: gauge}]\n';

const EXPORTED = {};
const SMALL = finishedDashboard(SMALL_DASHBOARD).json;
const GENERATED = JSON.stringify({ title: 'A', uid: 'a', panels: [], g6_meta: { spec_hash: 'x' } });
const [, , count, firstSeed, ...kinds] = process.argv.slice(2);

const unknown = kinds.filter((kind) => !(kind in KINDS));
if (unknown.length > 0) {
  throw new Error(`no kind ${unknown.join(', ')}; there are ${Object.keys(KINDS).join(', ')}`);
}

await runCases(
  Object.keys(KINDS).flatMap((kind, position) =>
    Array.from({ length: isWanted(kind) ? Number(count) : 0 }, (_, index) => {
      const seed = Number(firstSeed) + index;
      return { name: `${kind} ${seed}`, run: () => runOne(kind, position, seed) };
    }),
  ),
);

function isWanted(kind) {
  return kinds.length === 0 || kinds.includes(kind);
}

function runOne(kind, position, seed) {
  const random = new Random(seed * 31 + position);
  const [make, read, mutated = 0.7] = KINDS[kind];
  const made = make(random);
  const text = random.chance(mutated) ? mutate(made, random) : made;
  if (Number(count) === 1) console.log(JSON.stringify(text));
  for (const problem of read(text, random)) checkProblem(problem);
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

/** Compares what a Grafana may answer with what was generated, and reads its edits. */
function readLive(text) {
  const spec = parsed(text);
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return [];
  const wanted = { slug: 'bus', uid: 'g6-bus', spec: SMALL, folderUid: undefined };
  const annotations = { pushed: '1-0123456789abcdef' };
  const seen = { ...wanted, version: '1', annotations, labels: {} };
  const compared = live.compareLive(wanted, { ...seen, spec }, model.META_KEY, []);
  if (!live.LIVE_STATES.includes(compared.state)) throw new Error(`no state: ${compared.state}`);
  live.dashboardEdits(SMALL, spec);
  for (const pair of live.pairPanels(SMALL, spec)) {
    const panels = { entry: {}, generated: pair.wanted, live: pair.live };
    if (pair.wanted && pair.live) live.panelEdits({ ...panels, bare: (expr) => expr });
  }
  return [];
}

/** The first file of an export of a small dashboard and its alerts, by format. */
function exportedIn(format) {
  EXPORTED[format] ??= exportSmallDashboard(format);
  return EXPORTED[format];
}

function exportSmallDashboard(format) {
  const alert = { alert: 'Late', expr: 'bus_depth > 5', for: '5m', labels: {}, annotations: {} };
  const groups = { alerts: [{ name: 'bus', interval: '30s', rules: [alert] }], recording: [] };
  const dashboards = [finishedDashboard(SMALL_DASHBOARD)];
  const names = { metaKey: model.META_KEY, uidPrefix: 'g6-' };
  const { files } = delivery.exportDashboards({ dashboards, rules: groups }, { format }, names);
  return files.find(({ slug }) => slug !== undefined) ?? files[0];
}

/** Reads an exported file as `verify`, `inventory` and `lint` do, and as what it might be beside that. */
function readExported(format, text) {
  const whole = exportedIn(format);
  const found = { path: whole.path, slug: whole.slug, text };
  dashboardFiles.compareForms('bus', whole, found, model.META_KEY);
  return dashboardFiles.decodeDashboard(found).problems;
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

/** The value of a text of JSON, or the text. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readServerAnswers(text) {
  const body = parsed(text);
  const answer = { url: 'http://127.0.0.1:9090/api/v1/x', body };
  const all = ['readMetadata', 'readRules', 'readNames', 'readSeries', 'readTsdbStatus'];
  return all.flatMap((name) => readers[name](answer).problems);
}

/**
 * Imports into a spec and a plan. Either errors leave both alone, or all that was there is there still,
 * in its order and with its comments, what is written is valid, and a second import changes nothing.
 */
function writeInto(specText, planText, random) {
  const found = randomFinds(random);
  const workspace = {
    spec: [{ path: 'spec.yml', text: specText }],
    plans: [{ path: 'plans/bus/plan.yaml', text: planText, form: 'single', folder: 'bus' }],
    target: { spec: { path: 'spec.yml', isFolder: random.chance(0.2) }, plans: 'plans' },
  };
  const writing = readers.writeImports(found, workspace);
  const refused = problems.hasErrors(writing.problems);
  if (refused && writing.files.length > 0) throw new Error('files are written in spite of errors');
  if (refused) return checkRefusal(writing.problems, workspace);
  for (const { path, before = '', text } of writing.files) checkKept(path, before, text);
  const again = afterImport(workspace, writing.files);
  const spec = model.readSpec(again.spec);
  const plans = model.readPlans(again.plans, spec.spec);
  for (const problem of [...spec.problems, ...plans.problems]) {
    if (problem.severity === 'error') throw new Error(`invalid: ${JSON.stringify(problem)}`);
  }
  const second = readers.writeImports(found, again);
  if (second.files.length > 0) throw new Error(`again: ${JSON.stringify(second.files)}`);
  return [...writing.problems, ...second.problems];
}

/** What was valid is refused only if it is written in a form that nothing can be added to. */
function checkRefusal(found, { spec: specFiles, plans: planFiles }) {
  const spec = model.readSpec(specFiles);
  const plans = model.readPlans(planFiles, spec.spec);
  const isValid = !problems.hasErrors([...spec.problems, ...plans.problems]);
  const errors = found.filter(({ severity }) => severity === 'error');
  const strange = errors.filter(({ code }) => code !== 'spec-form');
  if (isValid && strange.length > 0) throw new Error(`refused: ${JSON.stringify(strange)}`);
  return found;
}

function randomFinds(random) {
  const nothing = { metrics: [], groups: [], dashboards: [], source: { closesValues: 'seen' } };
  const file = (make) => ({ path: 'source', text: make(random) });
  const lines = random.some(4, () => {
    const name = `${random.pick(['bus', 'tram', 'go', 'x', '"o.d"'])}_${random.pick(['a', 'b', 'c'])}`;
    return `${name}{${random.pick(['a', 'b', 'line'])}="${random.below(3)}"} 1\n`;
  });
  return random.pick([
    () => [{ ...nothing, metrics: readers.readExposition(file(() => lines.join(''))).metrics }],
    () => [{ ...nothing, metrics: readers.readExposition(file(inputs.exposition)).metrics }],
    () => [{ ...nothing, groups: readers.readRuleFiles([file(inputs.ruleFile)]).groups }],
    () => [{ ...nothing, groups: readers.readRuleFiles([file(inputs.keptRules)]).groups }],
    () => [{ ...nothing, groups: readers.readRuleFiles([file(inputs.keptRules)]).groups }],
    () => [{ ...nothing, metrics: readers.readSemconv([file(inputs.conventions)]).metrics }],
    () => [
      { ...nothing, metrics: readers.readExposition(file(inputs.exposition)).metrics },
      { ...nothing, dashboards: titled(readers.readDashboards(file(inputs.dashboard)).dashboards) },
    ],
  ])();
}

/** A dashboard is known again by its title. */
function titled(dashboards) {
  return dashboards.filter(({ title }) => title.trim() !== '');
}

/** Each line that was there is there still, in the same order; one that got longer begins the same. */
function checkKept(path, before, text) {
  const lines = text.split('\n');
  let from = 0;
  for (const line of before.split('\n')) {
    // An empty mapping or list in the line may have been filled.
    const start = line.replace(/(?: \{\}| \[\]| ~| null)?[\s\]}]*(?:#.*)?$/, '');
    const rest = line.slice(start.length).replace(/^(?: \{\}| \[\]| ~| null)?[\s\]}]*/, '');
    const at = lines.findIndex(
      (one, index) => index >= from && one.startsWith(start) && one.endsWith(rest),
    );
    if (at < 0) throw new Error(`${path} lost ${JSON.stringify(line)}: ${JSON.stringify(text)}`);
    from = at + 1;
  }
}

function afterImport({ spec, plans, target }, files) {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const renewed = (list) =>
    list.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  const known = new Set([...spec, ...plans].map(({ path }) => path));
  const fresh = files.filter(({ path }) => !known.has(path));
  const isPlan = ({ path }) => path.endsWith('/plan.yaml');
  return {
    spec: [...renewed(spec), ...fresh.filter((file) => !isPlan(file))],
    plans: [
      ...renewed(plans),
      ...fresh.filter(isPlan).map(({ path, text }) => {
        return { path, text, form: 'single', folder: path.split('/').at(-2) };
      }),
    ],
    target,
  };
}
