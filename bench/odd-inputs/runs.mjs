/** Runs the odd inputs from a position on; a child process of `bench/odd-inputs.mjs`. */
import { bundleLibraries } from '../../scripts/build/bundle-libraries.mjs';
import { runCases } from '../limits.mjs';
import { EXPRESSIONS, FAULTY_EXPRESSIONS, TEMPLATES, TEXTS, times } from './texts.mjs';

const {
  promql,
  model,
  import: importLibrary,
  inventory,
  dashboardFiles,
  settings,
  problems,
  rules,
} = await bundleLibraries(
  'promql',
  'model',
  'import',
  'inventory',
  'dashboard-files',
  'settings',
  'problems',
  'rules',
);

const SUMMARY = times('{{ $labels.a }}', 10_000);

const runs = [
  ...each(EXPRESSIONS, 'expression', analyze),
  ...each(EXPRESSIONS, 'expression of the greatest length', (text) => analyze(shorten(text))),
  ...each(EXPRESSIONS, 'query of a spec', (text) =>
    model.readSpec([specOf({ panels: [{ promql: text }] })]),
  ),
  ...each(EXPRESSIONS, 'alert', (text) =>
    model.readSpec([specOf({ alerts: [{ alert: 'A', expr: text }] })]),
  ),
  ...each(FAULTY_EXPRESSIONS, 'faulty query of a spec', (text) =>
    model.readSpec([specOf({ panels: [{ promql: text }] })]),
  ),
  ...each(FAULTY_EXPRESSIONS, 'faulty alert', (text) =>
    model.readSpec([specOf({ alerts: [{ alert: 'A', expr: text, summary: SUMMARY }] })]),
  ),
  ...each(FAULTY_EXPRESSIONS, 'faulty rule of a JSON file', (text) =>
    importLibrary.readRuleFiles([ruleFileOf(text)]),
  ),
  ...each(TEMPLATES, 'annotation', (text) =>
    model.readSpec([specOf({ alerts: [{ alert: 'A', expr: 'sum(x) > 1', summary: text }] })]),
  ),
  ...each(TEXTS, 'spec', (text) => model.readSpec([{ path: 'spec.yml', text }])),
  ...each(TEXTS, 'plans', (text) => model.readPlans([{ path: 'plans.yml', text }], emptySpec())),
  ...each(TEXTS, 'configuration', (text) => settings.readConfig({ path: 'g6.config.yaml', text })),
  ...each(TEXTS, 'inventory (CSV)', (text) => inventory.readInventory({ path: 'a.csv', text })),
  ...each(TEXTS, 'inventory (lines of JSON)', (text) =>
    inventory.readInventory({ path: 'a.jsonl', text }),
  ),
  ...each(TEXTS, 'generated dashboard', (text) =>
    dashboardFiles.decodeDashboard({ path: 'a.json', text }),
  ),
  ...each(TEXTS, 'exported dashboard', (text) =>
    dashboardFiles.decodeDashboard({ path: 'a.yaml', text }),
  ),
  ...each(TEXTS, 'generated rules', (text) => rules.compareRules('a.yml', 'groups: []\n', text)),
  [
    'generated rules',
    '20,000 rules of one name',
    () =>
      rules.compareRules(
        'a.yml',
        'groups: []\n',
        `groups:\n- rules:\n${times('  - {alert: A, expr: up}\n')}`,
      ),
  ],
  ...each(TEXTS, 'foreign dashboard', (text) =>
    importLibrary.readDashboards({ path: 'a.json', text }),
  ),
  ...each(TEXTS, 'exposition', (text) =>
    importLibrary.readExposition({ path: 'metrics.txt', text }),
  ),
  ...each(TEXTS, 'rule file', (text) => importLibrary.readRuleFiles([{ path: 'rules.yml', text }])),
  ...each(TEXTS, 'conventions', (text) => importLibrary.readSemconv([{ path: 'a.yaml', text }])),
  ['spec', '50,000 values of a label', () => model.readSpec([valuesOfLabel(50_000)])],
  ['spec', '50,000 labels', () => model.readSpec([specOf({ labels: numbers(50_000) })])],
  ['spec', 'a chain of 10,000 rules', () => model.readSpec([chainOfRules(10_000)])],
  ['spec', '5,000 misspelt names', () => model.readSpec([misspelt(5000)])],
  ['spec', '5,000 metrics with one alert name', () => model.readSpec([sameAlerts(5000)])],
  ['hint', 'a long name', () => problems.nearestName(times('a'), [times('b')])],
];

await runCases(runs.map(([kind, name, run]) => ({ name: `${kind}: ${name}`, run })));

function analyze(text) {
  const analyzed = new promql.AnalyzedPromQl(text);
  return [analyzed.faults, analyzed.facts, analyzed.experimental];
}

/** The longest expression that is parsed, with the end of the long one, which may close it. */
function shorten(text) {
  return text.slice(0, 50_000) + text.slice(-49_999);
}

function each(inputs, kind, run) {
  return Object.entries(inputs).map(([name, text]) => [kind, name, () => run(text)]);
}

function specOf(metric, family = {}) {
  const labels = [{ name: 'c', values: ['d'] }];
  const metrics = [{ name: 'x', type: 'gauge', labels, ...metric }];
  const text = JSON.stringify({ version: 1, families: { f: { ...family, metrics } } });
  return { path: 'spec.yml', text };
}

function ruleFileOf(expr) {
  const groups = [{ name: 'a', rules: [{ record: 'a:b', expr }] }];
  return { path: 'rules.json', text: JSON.stringify({ groups }) };
}

function numbers(count) {
  return Array.from({ length: count }, (_, index) => `v${index}`);
}

function valuesOfLabel(count) {
  const errors = numbers(count).map((value) => `no_${value}`);
  return specOf({ labels: [{ name: 'c', values: numbers(count), errors }] });
}

function chainOfRules(count) {
  const recording_rules = Array.from({ length: count }, (_, index) => {
    return { record: `a:b${index}`, expr: `a:b${index + 1}` };
  });
  return specOf({}, { recording_rules });
}

function emptySpec() {
  return model.readSpec([{ path: 'spec.yml', text: 'version: 1\nfamilies: {}\n' }]).spec;
}

function misspelt(count) {
  const metrics = Array.from({ length: count }, (_, index) => ({
    name: `metric_with_a_long_name_${index}`,
    type: 'gauge',
    panels: [{ promql: `metrik_with_a_long_name_${index}` }],
  }));
  const text = JSON.stringify({ version: 1, families: { f: { metrics } } });
  return { path: 'spec.yml', text };
}

function sameAlerts(count) {
  const metrics = Array.from({ length: count }, (_, index) => ({
    name: `m_${index}`,
    type: 'gauge',
    alerts: [{ alert: 'A', expr: `m_${index} > 1`, summary: '{{ $labels.a }}' }],
  }));
  const text = JSON.stringify({ version: 1, families: { f: { metrics } } });
  return { path: 'spec.yml', text };
}
