import type { ProblemExample } from './problem-example';

/** A spec whose family `bus` has these metrics, in flow style. */
const metrics = (...written: string[]): ProblemExample => ({
  files: {
    'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n${written.map((metric) => `      - ${metric}\n`).join('')}`,
  },
});

const spec = (text: string): ProblemExample => ({ files: { 'spec.yml': text } });

const query = (expr: string): ProblemExample =>
  metrics(`{name: bus_total, type: counter, labels: [bus], panels: [{promql: "${expr}"}]}`);

const alert = (expr: string, summary: string): ProblemExample =>
  metrics(
    `{name: bus_total, type: counter, labels: [bus], alerts: [{alert: Full, expr: ${expr}, summary: "${summary}"}]}`,
  );

/** Examples of problems in the text of a spec. */
export const SPEC_EXAMPLES = {
  'file-too-dense': spec(`version: 1\nfamilies:\n  bus: {x-hours: [${'1,'.repeat(150_000)}]}\n`),
  'yaml-syntax': spec('version: 1\nfamilies:\n  bus:\n    owner: bus: main\n'),
  'yaml-duplicate-key': spec('version: 1\nfamilies:\n  bus: {owner: me, owner: you}\n'),
  'yaml-key': spec('version: 1\nfamilies:\n  bus:\n  404: {}\n'),
  'yaml-alias': spec('version: 1\nx-labels: &labels [bus]\nfamilies:\n  bus: *lables\n'),
  'unsafe-key': spec('version: 1\nfamilies:\n  bus: {}\n  __proto__: {}\n'),
  'unknown-key': spec('version: 1\nfamilies:\n  bus: {ownr: me}\n'),
  'missing-key': metrics('{name: bus_total}'),
  'wrong-type': metrics('{name: bus_total, type: counter, labels: bus}'),
  'wrong-value': metrics('{name: bus_total, type: counter, cardinality_budget: 0}'),
  'panel-key': metrics(
    '{name: bus_queue, type: gauge, panels: [{promql: bus_queue, panel_type: stat, stack: normal}]}',
  ),
  'panel-id-duplicate': metrics(
    '{name: bus_queue, type: gauge, panels: [{id: queue, promql: bus_queue}, {id: queue, promql: max(bus_queue)}]}',
  ),
  'grafana-owned': metrics(
    '{name: bus_queue, type: gauge, panels: [{promql: bus_queue, grafana: {title: Queue}}]}',
  ),
  'threshold-missing': metrics(
    '{name: bus_queue, type: gauge, panels: [{promql: bus_queue, thresholds: from_alerts}]}',
  ),
  'family-name': spec('version: 1\nfamilies:\n  bus:\n  Bus-2: {}\n'),
  'family-duplicate': {
    files: {
      'spec/a.yml': 'version: 1\nfamilies: {bus: {}}\n',
      'spec/b.yml': 'version: 1\nfamilies: {bus: {}}\n',
    },
    args: ['generate', '--spec', 'spec'],
  },
  'metric-name': metrics('{name: bus total, type: counter}'),
  'metric-duplicate': metrics(
    '{name: bus_total, type: counter}',
    '{name: bus_total, type: counter}',
  ),
  'metric-collision': metrics(
    '{name: bus_ms, type: histogram}',
    '{name: bus_ms_count, type: gauge}',
  ),
  'rule-duplicate': spec(
    'version: 1\nfamilies:\n  bus:\n    recording_rules:\n      - {record: "bus:up:sum", expr: sum(up)}\n      - {record: "bus:up:sum", expr: sum( up )}\n',
  ),
  'native-misplaced': metrics('{name: bus_total, type: counter, native: true}'),
  'label-value-unknown': metrics(
    '{name: bus_total, type: counter, labels: [{name: result, values: [ok, failed]}], panels: [{promql: "rate(bus_total{result=\'fail\'}[5m])"}]}',
  ),
  'alert-text-owned': metrics(
    '{name: bus_total, type: counter, alerts: [{alert: Busy, expr: "rate(bus_total[5m]) > 1", labels: {severity: page}}]}',
  ),
  'metric-type': metrics('{name: bus_total, type: countr}'),
  'label-name': metrics('{name: bus_total, type: counter, labels: [bus id]}'),
  'label-reserved': metrics('{name: bus_ms, type: histogram, labels: [bus, le]}'),
  'label-duplicate': metrics('{name: bus_total, type: counter, labels: [bus, bus]}'),
  'buckets-misplaced': metrics('{name: bus_total, type: counter, buckets: [1, 5]}'),
  'buckets-order': metrics('{name: bus_ms, type: histogram, buckets: [1, 10, 5]}'),
  'panel-type': metrics(
    '{name: bus_total, type: counter, panels: [{promql: bus_total, panel_type: graph}]}',
  ),
  'panel-duplicate': metrics(
    '{name: bus_total, type: counter, panels: [{title: A, promql: up}, {title: A, promql: up}]}',
  ),
  'promql-syntax': query('sum by (bus (bus_total)'),
  'promql-type': query('rate(bus_total)'),
  'template-syntax': alert('bus_total > 5', '{{ $lables.bus }} is full'),
  'template-label': alert('sum(bus_total) > 5', '{{ $labels.bus }} is full'),
  'promql-experimental': query("sort_by_label(bus_total, 'bus')"),
  'variable-undefined': query("rate(bus_total{bus='$busses'}[5m])"),
  'variable-in-rule': metrics(
    '{name: bus_total, type: counter, alerts: [{alert: Busy, expr: "rate(bus_total[$__range]) > 1"}]}',
  ),
  'counter-suffix': metrics('{name: bus_events, type: counter}'),
  'label-undeclared': query('sum by (buss) (bus_total)'),
  'metric-undefined': query('rate(buss_total[5m])'),
  'rule-underivable': query('bus_total:median_5m'),
} satisfies Record<string, ProblemExample>;
