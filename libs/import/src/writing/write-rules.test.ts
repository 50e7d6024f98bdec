import { readSpec } from '@g6/model';
import { readRuleFiles } from '../rule-files/read-rule-files';
import type { ImportWorkspace, WriteOptions } from './import-options';
import { writeImport } from './write-import';

const RULES = `groups:
- name: bus.rules
  labels: {team: roads}
  rules:
  - record: line:bus_trips:rate5m
    expr: sum by (line) (rate(bus_trips_total{job="bus"}[5m]))
  - record: bus:late:ratio
    expr: sum(other:late:count) / sum(bus_running)
  - alert: BusesLate
    expr: histogram_quantile(0.9, sum by (le, line) (rate(bus_delay_seconds_bucket[5m]))) > 300
    for: 10m
    keep_firing_for: 5m
    labels: {severity: warning, tier: "1"}
    annotations: {summary: Late., runbook_url: "https://a/b", note: x}
  - alert: Down
    expr: up == 0
  - alert: Watchdog
    expr: vector(1)
`;

function imported(text: string, spec: ImportWorkspace['spec'] = [], options?: WriteOptions) {
  const { groups } = readRuleFiles([{ path: 'rules.yml', text }]);
  const found = { metrics: [], groups, dashboards: [], source: { closesValues: false as const } };
  const target = { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' };
  return writeImport(found, { spec, plans: [], target }, options);
}

const specOf = ({ files }: ReturnType<typeof imported>) =>
  files.filter(({ path }) => path === 'spec.yml').map(({ path, text }) => ({ path, text }));

describe('the import of rules', () => {
  it('tells what it drops of a group', () => {
    const text =
      'groups:\n- name: a\n  interval: 30s\n  limit: 5\n  rules: [{record: b:c, expr: up}]\n';
    expect(imported(text).problems).toMatchObject([
      {
        code: 'import-dropped',
        severity: 'warning',
        line: 2,
        message: 'the group "a" sets interval: 30s, which a spec cannot say of a group',
        hint: 'the setting "interval" holds for all groups',
      },
      { message: 'the group "a" sets limit: 5, which a spec cannot say of a group' },
    ]);
  });

  it('writes each rule to the family, and each alert to the metric, that it is about', () => {
    const writing = imported(RULES);
    expect(writing.problems).toEqual([]);
    expect(specOf(writing)[0]?.text).toMatchSnapshot();
    expect(writing.added).toMatchObject({
      recordingRules: ['line:bus_trips:rate5m', 'bus:late:ratio'],
      alerts: ['BusesLate', 'Down', 'Watchdog'],
      plans: ['bus'],
    });
    expect(readSpec(specOf(writing)).problems).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const again = imported(RULES, specOf(imported(RULES)));
    expect(again.problems).toEqual([]);
    expect(again.files.filter(({ path }) => path === 'spec.yml')).toEqual([]);
  });

  it('finds the metric in the spec, and leaves the rest of it alone', () => {
    const text = `version: 1
families:
  vehicles:
    metrics:
      - {name: bus_delay_seconds, type: histogram, labels: [line]} # ours
      - name: bus_running # also ours
        type: gauge
      - {name: bus_trips_total, type: counter, labels: [line]}
`;
    const [written] = specOf(imported(RULES, [{ path: 'spec.yml', text }]));
    const { spec } = readSpec(written ? [written] : []);
    const [vehicles] = spec.families;
    expect(vehicles?.recordingRules.map(({ record }) => record)).toEqual(['line:bus_trips:rate5m']);
    expect(vehicles?.metrics[0]?.alerts.map(({ name }) => name)).toEqual(['BusesLate']);
    expect(written?.text).toContain(' # ours\n      - name: bus_running # also ours\n');
  });

  it('reports expressions that differ with both places', () => {
    const spec = specOf(imported(RULES));
    const { problems, files } = imported(RULES.replace('> 300', '> 600'), spec);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'import-conflict the alert "BusesLate" has another expression here than at rules.yml:9:5',
    ]);
    expect(files.filter(({ path }) => path === 'spec.yml')).toEqual([]);
  });

  it.each([
    ['for: 10m', 'for: 20m', 'another "for"'],
    ['keep_firing_for: 5m', 'keep_firing_for: 6m', 'another "keep_firing_for"'],
    ['severity: warning', 'severity: critical', 'other labels'],
    ['tier: "1"', 'tier: "2"', 'other labels'],
    ['summary: Late.', 'summary: Very late.', 'another summary'],
    ['https://a/b', 'https://a/c', 'another runbook_url'],
    ['note: x', 'note: "y"', 'other annotations'],
  ])('reports that an alert changed from %s to %s, and leaves it', (before, after, what) => {
    const { problems, files } = imported(RULES.replace(before, after), specOf(imported(RULES)));
    expect(problems).toMatchObject([
      {
        ...{ file: 'spec.yml', code: 'import-conflict' },
        message: `the alert "BusesLate" has ${what} here than at rules.yml:9:5`,
      },
    ]);
    expect(files.filter(({ path }) => path === 'spec.yml')).toEqual([]);
  });

  it('adds alerts of one name that labels tell apart', () => {
    const [rule = ''] = / {2}- alert: BusesLate[^]*?note: x\}\n/.exec(RULES) ?? [];
    const both = RULES.replace(rule, rule + rule.replace('warning', 'critical'));
    const { added, problems } = imported(both, specOf(imported(RULES)));
    expect([added.alerts, problems]).toEqual([['BusesLate'], []]);
  });

  it('keeps rules that write parts of one series', () => {
    const rule = (code: string) =>
      `  - {record: "code:requests:sum", expr: 'sum(requests_total{code=~"${code}.."})'}\n`;
    const text = `groups:\n- name: api\n  rules:\n${rule('2')}${rule('5')}`;
    const first = imported(text);
    expect(first.added.recordingRules).toHaveLength(2);
    expect(imported(text, specOf(first)).added.recordingRules).toEqual([]);
  });

  it('guesses no type and no label if it must not', () => {
    const [written] = specOf(imported(RULES, [], { guess: false }));
    expect(written?.text).not.toContain('guess');
    const { spec, problems } = readSpec(written ? [written] : []);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(spec.families[0]?.metrics.map(({ name }) => name)).toContain('bus_delay_seconds');
  });

  it('leaves out what the spec refuses', () => {
    const text = `groups:
- name: a
  rules:
  - {record: "a:b:c", expr: up}
  - {alert: Templated, expr: up == 0, annotations: {summary: "{{ nope }}"}}
`;
    const { problems, added } = imported(text);
    expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual(['5 import-unfit']);
    expect(added.recordingRules).toEqual(['a:b:c']);
  });
});
