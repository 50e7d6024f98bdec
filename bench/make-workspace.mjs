import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

const TYPES = ['counter', 'gauge', 'histogram', 'counter', 'gauge'];
const METRICS_PER_FAMILY = TYPES.length;

/**
 * Writes a spec with a number of metrics, and as many plans as asked for, into a folder. The content
 * depends on the numbers alone.
 */
export function makeWorkspace(folder, { metrics, dashboards }) {
  const families = Math.ceil(metrics / METRICS_PER_FAMILY);
  mkdirSync(join(folder, 'spec'), { recursive: true });
  const spec = { version: 1, families: Object.fromEntries(range(families).map(family)) };
  writeFileSync(join(folder, 'spec/base.yml'), stringify(spec, { lineWidth: 0 }));
  for (const index of range(dashboards)) {
    const slug = `board_${String(index).padStart(5, '0')}`;
    const plan = {
      slug,
      families: [0, 1, 2].map((step) => familyName((index * 3 + step) % families)),
      description: `Dashboard ${index} of a measured workspace`,
    };
    mkdirSync(join(folder, 'plans', slug), { recursive: true });
    writeFileSync(join(folder, 'plans', slug, 'plan.yaml'), stringify(plan));
  }
}

/** How many variables a rich dashboard has, and so how many labels its metrics. */
const VARIABLES = 10;

/**
 * Writes a spec of one family with a number of panels, and a plan that shows them all on one dashboard:
 * with a variable for each label, sections and a link, or plain.
 */
export function makeLargeDashboard(folder, { panels: count, rich }) {
  const labels = range(VARIABLES).map((index) => `label_${index}`);
  const metrics = range(Math.ceil(count / 5)).map((index) => ({
    name: `bench_${index}_total`,
    type: 'counter',
    help: `Metric ${index}`,
    labels,
    auto: false,
    panels: range(5).map((place) => ({
      title: `Panel ${index} ${place}`,
      promql: `sum by (label_${place}) (rate(bench_${index}_total[5m]))`,
    })),
  }));
  mkdirSync(join(folder, 'plans/large'), { recursive: true });
  mkdirSync(join(folder, 'spec'), { recursive: true });
  const spec = { version: 1, families: { large: { metrics } } };
  writeFileSync(join(folder, 'spec/base.yml'), stringify(spec, { lineWidth: 0 }));
  const plan = { slug: 'large', families: ['large'] };
  const sections = range(10).map((section) => ({
    title: `Section ${section}`,
    metrics: metrics.filter((_, index) => index % 10 === section).map(({ name }) => name),
  }));
  const written = rich ? { ...plan, variables: labels, sections } : plan;
  writeFileSync(join(folder, 'plans/large/plan.yaml'), stringify(written));
}

function family(index) {
  return [
    familyName(index),
    { owner: `team ${index % 7}`, metrics: TYPES.map((type, place) => metric(index, type, place)) },
  ];
}

function metric(family, type, place) {
  const stem = `bench_${family}_${place}`;
  const name =
    type === 'counter'
      ? `${stem}_events_total`
      : type === 'gauge'
        ? `${stem}_queue_bytes`
        : `${stem}_latency_ms`;
  return {
    name,
    type,
    help: `Metric ${place} of family ${family}`,
    labels: ['shard', 'reason'],
    cardinality_budget: 40,
    ...(type === 'histogram' ? { buckets: [1, 5, 10, 50, 100, 500] } : {}),
    panels: panels(name, type),
    ...(place === 0 ? { alerts: [alert(name, family)] } : {}),
  };
}

function panels(name, type) {
  if (type === 'counter') {
    return [
      { title: `${name} rate`, promql: `sum(rate(${name}[5m]))` },
      { title: `${name} by shard`, promql: `sum by (shard) (rate(${name}[5m]))` },
    ];
  }
  if (type === 'gauge')
    return [{ title: `${name} by reason`, promql: `max by (reason) (${name})`, unit: 'bytes' }];
  return [
    {
      title: `${name} p95`,
      promql: `histogram_quantile(0.95, sum by (le) (rate(${name}_bucket[5m])))`,
      unit: 'ms',
    },
  ];
}

function alert(name, family) {
  return {
    alert: `Bench${family}High`,
    expr: `sum(rate(${name}[5m])) > ${family + 1}`,
    for: '5m',
    severity: family % 2 === 0 ? 'warning' : 'critical',
    summary: `Family ${family} is busy`,
  };
}

function familyName(index) {
  return `family_${index}`;
}

function range(count) {
  return Array.from({ length: count }, (_, index) => index);
}

/** Writes what a program with a number of metrics prints, counters, gauges and histograms. */
export function makeExposition(path, { metrics }) {
  const blocks = range(metrics).map((index) => {
    const family = `bench_${String(Math.floor(index / METRICS_PER_FAMILY)).padStart(5, '0')}`;
    const type = TYPES[index % TYPES.length];
    const name = `${family}_m${index}${{ counter: '_total', histogram: '_seconds' }[type] ?? ''}`;
    const lines = ['GET', 'POST'].flatMap((method) => samples(name, type, `method="${method}"`));
    return [`# HELP ${name} What ${name} tells.`, `# TYPE ${name} ${type}`, ...lines].join('\n');
  });
  writeFileSync(path, `${blocks.join('\n')}\n`);
}

function samples(name, type, label) {
  if (type !== 'histogram') return [`${name}{${label},code="200"} 1`];
  const buckets = ['0.1', '0.5', '1', '+Inf'].map((le) => `${name}_bucket{${label},le="${le}"} 1`);
  return [...buckets, `${name}_sum{${label}} 1`, `${name}_count{${label}} 1`];
}
