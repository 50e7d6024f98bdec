import {
  egressProblems,
  grafanaFailed,
  leftProblem,
  nameTakenProblem,
  newMetric,
  nxOptionProblems,
  previewMissing,
  prometheusFailed,
} from '@g6/dashboards';
import {
  ExpositionReader,
  nothingFound,
  readDashboards,
  readExposition,
  readRuleFiles,
  readSemconv,
  writeImport,
} from '@g6/import';
import { chromiumMissing } from '@g6/preview';
import type { ProblemExample } from './problem-example';

const plan = (text: string): ProblemExample => ({ files: { 'plans/bus/plan.yaml': text } });

/** The plan of the dashboard `bus`, with further keys in flow style. */
const busPlan = (...keys: string[]): ProblemExample =>
  plan(`slug: bus\nfamilies: [bus]\n${keys.map((key) => `${key}\n`).join('')}`);

const inventoryDiff = (before: string): ProblemExample => ({
  files: { 'before.csv': before, 'after.csv': 'slug,title,panel_uuid\n' },
  args: ['inventory-diff', 'before.csv', 'after.csv'],
});

const CONFIG = 'spec: spec.yml\nplans: plans\noutput: out\n';

/** A profile whose only panel source has a mistake. */
const FAILING_PROFILE = `exports.profiles = [
  {
    name: 'wall',
    meaning: 'what hangs on a wall',
    sources: [
      { of: 'dashboard', name: 'clock', reason: 'It is late.', draft: () => [clock] },
    ],
    completePlan: (plan) => plan,
    refine: (drafts) => drafts,
    reads: () => [],
    capped: false,
    divide: () => ({ blocks: [], previews: [], problems: [] }),
    layout: { panelWidth: 8, panelHeight: 6, fillsLines: true },
    style: { valuesLegend: {}, singleLegend: {} },
  },
];
`;

/** Adds a metric to a family of a spec, as the metric generator does. */
const added = (family: string, text: string): ProblemExample => ({
  find: () =>
    newMetric({ family, name: 'sse_total', type: 'counter' }, [{ path: 'spec.yml', text }])
      .problems,
});

const nxJson = (text: string): ProblemExample => ({
  find: () => nxOptionProblems({ path: 'nx.json', text }, '@g6/plugin'),
});

const exposition = (text: string): ProblemExample => ({
  find: () => readExposition({ path: 'metrics.txt', text }).problems,
});

/** Exports a workspace with these files. */
const exported = (format: string, files: Readonly<Record<string, string>>): ProblemExample => ({
  files,
  args: ['export', '--format', format, '--out', 'export'],
});

/** The problems of writing into a spec what an import found. */
function written(found: Pick<Parameters<typeof writeImport>[0], 'metrics' | 'groups'>) {
  const spec = { path: 'spec.yml', isFolder: false };
  const workspace = { spec: [], plans: [], target: { spec, plans: undefined } };
  const source = { closesValues: false as const };
  return writeImport({ ...found, dashboards: [], source }, workspace).problems;
}

/** Examples of problems in anything but the text of a spec. */
export const OTHER_EXAMPLES = {
  'file-unreadable': { args: ['generate', '--spec', 'metrics.yml'] },
  'prometheus-failed': {
    find: () => {
      const message = 'answered 401: it wants other credentials';
      return [prometheusFailed({ kind: 'unauthorized', message }, 'https://prometheus.example')];
    },
  },
  'file-too-large': { files: { 'spec.yml': new Uint8Array(33 * 1024 * 1024).fill(35) } },
  'file-missing': { files: { 'metrics/README.md': '' }, args: ['generate', '--spec', 'metrics'] },
  'plan-misplaced': { files: { 'plans/sse/plan.yml': 'slug: sse\nfamilies: [bus]\n' } },
  'slug-form': plan('slug: bus-health\nfamilies: [bus]\n'),
  'slug-reserved': plan('slug: manifest\nfamilies: [bus]\n'),
  'project-name-taken': {
    find: () => [
      nameTakenProblem({
        name: 'bus',
        file: 'dashboards/plans/bus/plan.yaml',
        owner: 'apps/bus/project.json',
        option: 'projectPrefix',
      }),
    ],
  },
  'slug-duplicate': { files: { 'plans/bus_b/plan.yaml': 'slug: bus\nfamilies: [bus]\n' } },
  'panel-unknown': { args: ['explain', 'bus', 'Bsu'] },
  'slug-unknown': { args: ['generate', '--only', 'bsu'] },
  'slug-folder': plan('slug: bus_health\nfamilies: [bus]\n'),
  'plan-family-unknown': plan('slug: bus\nfamilies: [bsu]\n'),
  'plan-family-duplicate': plan('slug: bus\nfamilies: [bus, bus]\n'),
  'variable-duplicate': busPlan('variables: [bus, bus]'),
  'variable-key': busPlan('variables: [{constant: eu, name: region, sort: numerical}]'),
  'label-unknown': busPlan('variables: [bsu]'),
  'section-duplicate': busPlan(
    'sections: [{title: Load, metrics: [bus_total]}, {title: Load, families: [bus]}]',
  ),
  'profile-unknown': busPlan('profile: standart'),
  'profiles-unusable': {
    files: { 'g6.config.yaml': `${CONFIG}profiles: profiles/wal.js\n` },
  },
  'profile-failed': {
    files: {
      'g6.config.yaml': `${CONFIG}profiles: profiles/wall.js\n`,
      'profiles/wall.js': FAILING_PROFILE,
      'plans/bus/plan.yaml': 'slug: bus\nfamilies: [bus]\nprofile: wall\n',
    },
  },
  'section-unknown': busPlan('sections: [{title: Load, metrics: [buss_total]}]'),
  'section-unmatched': busPlan('sections: [{title: Load, panels: [Delay]}]'),
  'exclude-unmatched': busPlan('exclude: [{metric: bus_total, source: auto_topk}]'),
  'filter-lost': busPlan(
    'variables: [instance]',
    'panels: [{title: Rate, promql: bus_total:rate_5m}]',
  ),
  'link-unknown': busPlan('links: [{title: Buses, dashboard: buss}]'),
  'output-not-a-file': { files: { 'out/bus.json/README.md': '' } },
  'output-not-a-folder': { files: { out: 'a file\n' } },
  'output-misplaced': { args: ['generate', '--plans', 'plans', '--output', 'plans'] },
  'option-value': { args: ['inventory', '--plans', 'plans', '--columns', 'slug,titel'] },
  'config-ambiguous': {
    files: { 'g6.config.yaml': 'spec: spec.yml\n', 'g6.config.json': '{}\n' },
    args: ['generate'],
  },
  'option-overlap': nxJson(
    `{"plugins": [
  {"plugin": "@g6/plugin", "options": {"project": "a", "plans": "a", "output": "a/out"}},
  {"plugin": "@g6/plugin", "options": {"project": "b", "plans": "b", "output": "b/out"}}
]}`,
  ),
  'output-unwritable': { args: ['inventory', '--plans', 'plans', '--out', 'plans'] },
  'dashboard-unreadable': { files: { 'out/bus.json': '{' }, args: ['inventory'] },
  'dashboard-foreign': {
    files: { 'out/mine.json': '{"title": "Mine", "panels": []}\n' },
    args: ['inventory'],
  },
  'inventory-empty': { files: { 'out/README.md': '' }, args: ['inventory'] },
  'inventory-malformed': inventoryDiff('slug,title,panel_uuid\nbus,"Bus,0011223344556677\n'),
  'inventory-columns': inventoryDiff('slug,title\nbus,Bus\n'),
  'inventory-duplicate': inventoryDiff(
    'slug,title,panel_uuid\nbus,A,0011223344556677\nbus,B,0011223344556677\n',
  ),
  'chromium-missing': { find: () => [chromiumMissing()] },
  'preview-missing': { find: () => [previewMissing()] },
  'revision-unknown': { args: ['inventory-diff', '--base', 'v0', '--dir', 'out'] },
  'family-unknown': added('sse', 'version: 1\nfamilies:\n  bus: {}\n'),
  'spec-form': added('bus', 'version: 1\nx-bus: &bus {metrics: []}\nfamilies:\n  bus: *bus\n'),
  'import-unreadable': exposition('# TYPE bus_total counter\nbus_total{line="1} 4\n'),
  'import-conflict': exposition('# TYPE bus_total counter\n# TYPE bus_total gauge\nbus_total 4\n'),
  'import-unfit': {
    find: () => {
      const { metrics } = readExposition({ path: 'metrics.txt', text: 'bus_up{__id="1"} 1\n' });
      return written({ metrics, groups: [] });
    },
  },
  'import-dropped': {
    find: () => {
      const rules = 'rules: [{record: "bus:up:sum", expr: sum(up)}]';
      const text = `groups:\n- {name: bus, interval: 30s, ${rules}}\n`;
      const { groups } = readRuleFiles([{ path: 'rules.yml', text }]);
      return written({ metrics: [], groups });
    },
  },
  'import-empty': { find: () => [nothingFound('metrics', 'http://localhost:8080/')] },
  'import-reference': {
    find: () => {
      const text = `groups:
- id: metric.bus.delay
  type: metric
  metric_name: bus.delay
  instrument: histogram
  unit: s
  attributes:
  - ref: bus.line
`;
      return readSemconv([{ path: 'registry/bus.yaml', text }]).problems;
    },
  },
  'import-foreign': {
    find: () =>
      readDashboards({
        path: 'buses.json',
        text: '{"title": "Buses", "panels": [\n  {"type": "acme-map-panel", "title": "Where they are"}\n]}',
      }).problems,
  },
  'export-name-taken': exported('configmap', {
    'plans/bus/plan.yaml': 'slug: bus\nfamilies: [bus]\n',
    'plans/bus_/plan.yaml': 'slug: bus_\nfamilies: [bus]\n',
  }),
  'export-too-large': exported('configmap', {
    'plans/bus/plan.yaml': `slug: bus\ndescription: ${'long '.repeat(220_000)}\nfamilies: [bus]\n`,
  }),
  'export-limit': exported('git-sync', {
    'plans/bus/plan.yaml': 'slug: bus\nfolder: City/Traffic/Public/Buses/Lines\nfamilies: [bus]\n',
  }),
  'export-lost': exported('perses', {}),
  'export-foreign': exported('git-sync', { 'export/g6-bus.json': '{}\n' }),
  'import-limit': {
    find: () => {
      const reader = new ExpositionReader('metrics.txt');
      for (let mebibytes = 0; mebibytes <= 64; mebibytes += 1) reader.push('\n'.repeat(2 ** 20));
      return reader.finish().problems;
    },
  },
  'egress-frozen': { find: () => egressProblems({ G6_EGRESS_FROZEN: '1' }) },
  'pull-left': { find: () => [leftProblem('bus', 'panel "Delays": only in Grafana')] },
  'grafana-failed': {
    find: () => {
      const message = 'answered 401: it takes no such token';
      return [grafanaFailed({ kind: 'unauthorized', message }, 'https://grafana.example.org')];
    },
  },
} satisfies Record<string, ProblemExample>;
