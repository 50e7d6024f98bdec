/** Makes inputs of every kind that is read, by their structure. */

const NAMES = ['a_total', 'b_seconds', 'c:rate5m', 'up', 'sum', 'offset', 'A', 'x', 'job:y:sum'];
const LABELS = ['job', 'le', 'bus', 'by', 'on', '"k8s.pod"', 'inf', 'a:b', '__name__'];
const VALUES = [
  '"x"',
  "'y'",
  '`z`',
  '"$job"',
  '"a|b"',
  '"(.*"',
  '"\\\\d+"',
  '""',
  '"é"',
  '"\\xff"',
];
const DURATIONS = ['5m', '1h30m', '$__rate_interval', '0', '-5m', '1y', '999y', '5m*2', 'step()'];
const FUNCTIONS = [
  'rate',
  'abs',
  'label_replace',
  'histogram_quantile',
  'info',
  'pi',
  'min_of',
  'nope',
];
const OPERATORS = ['+', '-', '/', '^', '==', '> bool', 'and', 'or', 'unless', 'atan2', '</'];

/** An expression, most of them right. */
export function expression(random, depth = 0) {
  const inner = () => expression(random, depth + 1);
  const labels = () => random.some(3, () => random.pick(LABELS)).join(', ');
  if (depth > 4) return random.pick([...NAMES, '1', '1.', '0x1F', 'Inf', '"text"']);
  const matcher = () =>
    `${random.pick(LABELS)}${random.pick(['=', '!=', '=~', '!~'])}${random.pick(VALUES)}`;
  const selector = () => `${random.pick([...NAMES, ''])}{${random.some(3, matcher).join(',')}}`;
  return random.pick([
    () => random.pick(NAMES),
    selector,
    () => `${selector()}[${random.pick(DURATIONS)}]`,
    () => `${selector()} offset ${random.pick(DURATIONS)}`,
    () => `${random.pick(NAMES)} @ ${random.pick(['1', 'end()', 'start()', '1e20', 'inf'])}`,
    () => `(${inner()})[${random.pick(DURATIONS)}:${random.pick([...DURATIONS, ''])}]`,
    () => `${random.pick(FUNCTIONS)}(${random.some(3, inner).join(', ')})`,
    () =>
      `${random.pick(['sum', 'topk', 'count_values', 'QUANTILE'])} ${random.pick(['by', 'without'])} (${labels()}) (${random.some(2, inner).join(', ')})`,
    () => `${inner()} ${random.pick(OPERATORS)} ${inner()}`,
    () => `${inner()} * on (${labels()}) group_left (${labels()}) ${inner()}`,
    () => `-${inner()}`,
    () => `(${inner()})`,
    () => `${random.pick(NAMES)} + fill(0) ${random.pick(NAMES)}`,
    () => `${inner()} # ${random.pick(VALUES)}\n`,
  ])();
}

/** A template of an annotation. */
export function template(random) {
  const parts = [
    'text ',
    '{{ $value }}',
    '{{ $labels.bus | humanize }}',
    '{{ if eq $value 1.0 }}',
    '{{ end }}',
    '{{ range query "up" }}',
    '{{ . }}',
    '{{/* c */}}',
    '{{ printf "%.2f" $value }}',
    '{{ $x := 1 }}',
    '{{- .Labels.a -}}',
    '{{ template "a" }}',
    '{{ (index . 0) }}',
  ];
  return random.some(6, () => random.pick(parts)).join('');
}

/** A value of YAML: small ones in flow style, as a person or a program writes them. */
function value(random, depth) {
  if (depth > 3 || random.chance(0.5)) {
    return random.pick([
      'a',
      '1',
      '1.5',
      'true',
      'null',
      '',
      '"q"',
      "'q'",
      '[]',
      '{}',
      '0x1',
      '.inf',
      '2024-01-01',
      '*a',
      '&a b',
      '|\n      text',
    ]);
  }
  return random.chance(0.5)
    ? `[${random.some(4, () => value(random, depth + 1)).join(', ')}]`
    : `{${random.some(4, () => `${random.pick(KEYS)}: ${value(random, depth + 1)}`).join(', ')}}`;
}

const KEYS = [
  'name',
  'type',
  'help',
  'labels',
  'buckets',
  'panels',
  'alerts',
  'title',
  'promql',
  'expr',
  'for',
  'unit',
  'slug',
  'families',
  'tags',
  'version',
  'x-note',
  'owner',
  'thresholds',
  'severity',
];

const quoted = (text) => JSON.stringify(text);

/** A spec whose expressions and texts are random, with a key too many now and then. */
export function spec(random) {
  const metric = (_, index) => {
    const lines = [
      `      - name: m_${index}${random.pick(['_total', '_seconds', '', '_bytes'])}`,
      `        type: ${random.pick(['counter', 'gauge', 'histogram', 'summary', 'counter'])}`,
      `        labels: [${random.some(3, () => random.pick(['bus', 'job', 'reason'])).join(', ')}]`,
    ];
    if (random.chance(0.5)) {
      lines.push(
        `        panels: [{title: ${quoted(template(random))}, promql: ${quoted(expression(random))}}]`,
      );
    }
    if (random.chance(0.4)) {
      lines.push(
        `        alerts: [{alert: A${index}, expr: ${quoted(expression(random))}, summary: ${quoted(template(random))}, for: ${random.pick(DURATIONS)}}]`,
      );
    }
    if (random.chance(0.3)) lines.push(`        ${random.pick(KEYS)}: ${value(random, 0)}`);
    return lines.join('\n');
  };
  const family = (_, index) =>
    `  f_${index}:\n    owner: me\n    metrics:\n${random.some(4, metric).join('\n')}\n`;
  return `version: 1\nfamilies:\n${random.some(3, family).join('')}`;
}

export const plans = (random) =>
  random.chance(0.5)
    ? `slug: a\nfamilies: [f_0]\n${random.pick(KEYS)}: ${value(random, 0)}\n`
    : `dashboards:\n${random.some(4, (_, i) => `  - {slug: s${i}, families: [f_${random.below(3)}], ${random.pick(KEYS)}: ${value(random, 0)}}\n`).join('')}`;

export const configuration = (random) =>
  random
    .some(
      6,
      () =>
        `${random.pick(['spec', 'plans', 'output', 'caps', 'tags', 'uidPrefix', 'metaKey', 'job', 'prometheusFeatures', 'nope'])}: ${value(random, 0)}\n`,
    )
    .join('');

export const efficiency = (random) =>
  `version: 1\npanels:\n${random.some(4, (_, i) => `  - {title: T${i}, families: [f_0], queries: [{expr: ${quoted(expression(random))}}], ${random.pick(KEYS)}: ${value(random, 0)}}\n`).join('')}`;

export const csv = (random) =>
  `slug,title,metric,source,panel_uuid,query_uuid,family,kind,unit,exprs\r\n${random.some(5, (_, i) => `a,${random.pick(['T', '"q""q"', '=1+1', '"a\nb"'])},m,s,${i},q,f,core,s,"[""x""]"\r\n`).join('')}`;

export const jsonLines = (random) =>
  random
    .some(
      5,
      (_, i) =>
        `${JSON.stringify({ slug: 'a', title: template(random), panel_uuid: `${i}`, exprs: [expression(random)] })}\n`,
    )
    .join('');

/** A dashboard of Grafana, in either of the forms that are read. */
export function dashboard(random) {
  const panel = () => ({
    title: template(random),
    type: random.pick(['timeseries', 'stat', 'row', 'graph', 'text', 'table']),
    gridPos: { h: random.below(20), w: random.below(30), x: random.below(24), y: random.below(50) },
    targets: random.some(2, () => ({
      expr: expression(random),
      refId: random.pick(['A', 'B']),
      datasource: random.pick([null, 'p', { uid: 'x', type: 'prometheus' }]),
    })),
    fieldConfig: random.pick([
      undefined,
      {},
      { defaults: { unit: 's', thresholds: { steps: [{ value: null }] } }, overrides: [] },
    ]),
    g6_meta: random.pick([undefined, {}, { panel_uuid: 'x', metric: 1 }]),
    panels: random.chance(0.2) ? [{}] : undefined,
  });
  const whole = {
    title: template(random),
    schemaVersion: random.pick([36, 42, '1', null]),
    panels: random.some(4, panel),
    templating: random.pick([
      undefined,
      {},
      { list: [{ name: 'job', type: 'query', query: `label_values(${expression(random)}, job)` }] },
    ]),
    g6_meta: random.pick([undefined, { spec_hash: 'x' }, 1]),
    annotations: random.pick([undefined, { list: [{}] }]),
  };
  return JSON.stringify(
    random.chance(0.1)
      ? { kind: 'Dashboard', apiVersion: 'dashboard.grafana.app/v2', spec: whole }
      : whole,
    null,
    random.pick([undefined, 2]),
  );
}

export const exposition = (random) =>
  random
    .some(12, () =>
      random.pick([
        () => `# HELP ${random.pick(NAMES)} some \\n text\n`,
        () =>
          `# TYPE ${random.pick(NAMES)} ${random.pick(['counter', 'gauge', 'histogram', 'summary', 'x'])}\n`,
        () =>
          `${random.pick(NAMES)}{${random.some(3, () => `${random.pick(LABELS)}=${random.pick(VALUES)}`).join(',')}} ${random.pick(['1', 'NaN', '+Inf', '1e5', '0x1p3', 'x'])} ${random.pick(['', '1700000000', '# {a="b"} 1'])}\n`,
        () => `${random.pick(NAMES)}_bucket{le="${random.pick(['1', '+Inf', 'x'])}"} 3\n`,
        () => `h {count:1,sum:2,schema:3}\n`,
        () => '# EOF\n',
      ])(),
    )
    .join('');

export const ruleFile = (random) =>
  `groups:\n${random.some(3, (_, i) => `  - name: g${i}\n    interval: ${random.pick(DURATIONS)}\n    rules:\n${random.some(4, () => `      - {${random.pick(['alert: A', 'record: a:b'])}, expr: ${quoted(expression(random))}, annotations: {summary: ${quoted(template(random))}}, ${random.pick(KEYS)}: ${value(random, 0)}}\n`).join('')}`).join('')}`;

export const conventions = (random) =>
  `groups:\n${random.some(4, (_, i) => `  - {id: metric.a${i}, type: ${random.pick(['metric', 'attribute_group', 'x'])}, metric_name: a.b${i}, instrument: ${random.pick(['counter', 'gauge', 'histogram'])}, unit: ${random.pick(['s', 'By', '{x}', '1'])}, attributes: [{ref: a.b, requirement_level: required}], ${random.pick(KEYS)}: ${value(random, 0)}}\n`).join('')}`;

/** Possible answers of a server, as the text of their bodies. */
export const answer = (random) =>
  JSON.stringify({
    status: random.pick(['success', 'error', 1]),
    data: random.pick([
      null,
      [],
      ['a', 1],
      {
        groups: random.some(2, () => ({
          name: 'g',
          interval: random.pick([30, -1, 1e300, 'x']),
          rules: [
            {
              type: 'alerting',
              name: 'A',
              query: expression(random),
              duration: random.pick([0, 1e20, null]),
              labels: {},
              annotations: { a: template(random) },
            },
          ],
        })),
      },
      {
        a_total: [{ type: random.pick(['counter', 'x', 1]), help: template(random), unit: '' }],
        __proto__: [],
      },
      random.some(3, () => ({ __name__: random.pick(NAMES), job: 'x' })),
      {
        headStats: { numSeries: random.pick([1, 'x']) },
        seriesCountByMetricName: [{ name: 'a', value: 1 }],
      },
    ]),
  });

/** A spec as people keep it: with comments everywhere, in the forms that YAML leaves them. */
export function keptSpec(random) {
  const names = [...new Set(random.some(3, () => random.pick(['bus', 'tram', 'go', 'x'])))];
  const families = names.map((name) => keptFamily(name, random)).join('');
  const start = `${own('', random)}version: 1${remark(random)}\n${own('', random)}`;
  if (families === '') return `${start}families: {}${remark(random)}\n`;
  return `${start}families:${remark(random)}\n${families}${own('', random)}`;
}

function keptFamily(name, random) {
  const metrics = ['a', 'b', 'd'].filter(() => random.chance(0.5));
  const list = () =>
    metrics.map((ending) => keptMetric(`${name}_${ending}`, random)).join(own('      ', random));
  const body = random.pick([
    () => ' {}',
    () => '',
    () => ` {metrics: [{name: ${name}_a, type: gauge}]}${remark(random)}`,
    () => `${remark(random)}\n    metrics: []${remark(random)}`,
    ...Array(3).fill(() => `${remark(random)}\n    metrics:${remark(random)}\n${list()}`.trimEnd()),
  ])();
  return `${own('  ', random)}  ${name}:${body}\n`;
}

function keptMetric(name, random) {
  if (random.chance(0.3)) return `      - {name: ${name}, type: gauge}${remark(random)}\n`;
  const keys = [
    `        type: ${random.pick(['gauge', 'counter', 'histogram'])}${remark(random)}\n`,
    own('        ', random),
    random.chance(0.4)
      ? `        labels: [a, ${random.pick(['b', 'line'])}]${remark(random)}\n`
      : '',
    random.chance(0.2) ? '        help: |\n          # no comment\n          text\n' : '',
    random.chance(0.3)
      ? `        alerts:${remark(random)}\n          - {alert: ${name.toUpperCase()}, expr: ${name} > 1}\n`
      : '',
  ];
  return `      - name: ${name}${remark(random)}\n${keys.join('')}`;
}

/** Rules about metrics that a spec of the same fuzzer may have. */
export const keptRules = (random) =>
  `groups:\n${random.some(3, (_, i) => `  - name: ${random.pick(['bus', 'tram', 'new'])}${i === 0 ? '' : i}\n    rules:\n${random.some(4, (_rule, j) => keptRule(`${i}_${j}`, random)).join('')}`).join('')}`;

function keptRule(id, random) {
  const metric = () =>
    `${random.pick(['bus', 'tram', 'go', 'other'])}_${random.pick(['a', 'b', 'c'])}`;
  const expr = random.pick([metric(), `sum(rate(${metric()}[5m]))`, `${metric()} / ${metric()}`]);
  return random.chance(0.5)
    ? `      - {alert: A${id}, expr: ${expr} > 1}\n`
    : `      - {record: 'a:r${id}', expr: ${expr}}\n`;
}

const remark = (random) => (random.chance(0.4) ? ` # ${random.pick(REMARKS)}` : '');
const own = (indent, random) => (random.chance(0.2) ? `${indent}# ${random.pick(REMARKS)}\n` : '');

const REMARKS = ['ours', 'a: b', '- x', '"', "it's", '#', 'ü 🔎', '{', '', '*a'];

/** Plans that people keep, of which an import may add to one. */
export const keptPlan = (random) =>
  `# ${random.pick(REMARKS)}\nslug: bus\nfamilies: [${random.pick(['bus', 'tram', 'bus, tram'])}]${random.pick(['', ' # more'])}\n${random.chance(0.2) ? `${random.pick(KEYS)}: ${value(random, 0)}\n` : ''}`;
