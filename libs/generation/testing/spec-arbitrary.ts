import fc from 'fast-check';
import { METRIC_TYPES, type MetricType, traitsOf } from '@g6/model';
import type { UnitInference } from '../src/unit-of';
import type { Sample, WrittenMetric } from './sample-context';

/** Texts as people, and those who wish them ill, write them. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('say "no"', 'C:\\d', 'two\nlines', '$1 ${x} $$', '{{ $labels.bus }}', 'a | b'),
);
// Of the last two, one is quoted for its dot and the other because PromQL reads it as a number.
const labels = fc.uniqueArray(
  fc.constantFrom('bus', 'shard', 'reason', 'stage', 'k8s.pod.name', 'nan'),
  { maxLength: 4 },
);
const unit = fc.constantFrom('short', 'ms', 'bytes', 'percent', 'percentunit', 'ratio');
const panelType = fc.constantFrom('timeseries', 'stat', 'gauge', 'table', 'heatmap', 'bargauge');

/** An expression over some metric, one that is declared or one that is not. */
const expr = fc
  .tuple(
    fc.constantFrom('m0', 'm1_total', 'm2_ms', 'm2_ms:p95_5m', 'elsewhere'),
    fc.constantFrom('bus', 'shard'),
    fc.nat(7),
  )
  .map(
    ([name, label, form]) =>
      [
        name,
        `sum(rate(${name}[5m]))`,
        `sum(rate(${name}[5m]))by(${label})`,
        `max by (${label}, reason) (${name})\n`,
        `topk(3, ${name}{${label}="日本"})`,
        `histogram_quantile(0.9, sum by (le) (rate(${name}_bucket[5m])))`,
        `${name} / on () group_left () vector(1)`,
        `irate(${name}[$__rate_interval])`,
      ][form] as string,
  );

const panel = fc.record(
  {
    promql: expr,
    panel_type: panelType,
    unit,
    kind: text,
    span: fc.integer({ min: 1, max: 24 }),
  },
  { requiredKeys: ['promql'] },
);

/** Prometheus knows no variables of Grafana. */
const alertExpr = expr.map((written) => written.replace('$__rate_interval', '2m'));

const alert = fc.record(
  { alert: text.filter((name) => name !== ''), expr: alertExpr, severity: text, summary: text },
  { requiredKeys: ['alert', 'expr'] },
);

const shape = fc.record(
  {
    type: fc.constantFrom(...METRIC_TYPES),
    help: text,
    labels,
    unit,
    panels: fc.array(panel, { maxLength: 4 }),
    alerts: fc.array(alert, { maxLength: 3 }),
  },
  { requiredKeys: ['type'] },
);

/** Endings of names, some of which decide on a unit. */
function endingsOf(type: MetricType): readonly [string, string] {
  const { nameEnding } = traitsOf(type);
  return nameEnding === undefined ? ['_ms', '_ratio'] : [nameEnding, `_bytes${nameEnding}`];
}

/** Metrics whose names differ, and so do the titles of their explicit panels. */
function metrics(prefix: string): fc.Arbitrary<WrittenMetric[]> {
  // OpenTelemetry's names have dots, and queries quote them.
  const dot = fc.constantFrom('', '', '.');
  return fc.array(fc.tuple(shape, fc.nat(1), dot), { maxLength: 12 }).map((shapes) =>
    shapes.map(([written, ending, between], index) => {
      const name = `${prefix}${between}${index}${endingsOf(written.type)[ending]}`;
      return { ...written, name };
    }),
  );
}

const crossPanel = fc
  .record({ unit, queries: fc.array(expr, { minLength: 1, maxLength: 3 }) })
  .map((written) => ({ ...written, queries: written.queries.map((query) => ({ expr: query })) }));

/** A small spec, plan and efficiency catalogue that nothing is wrong with. */
export const anySample: fc.Arbitrary<Sample> = fc
  .record({
    metrics: metrics('m'),
    others: metrics('o'),
    slug: fc.constantFrom('sample', 'governance', 'bus_health'),
    title: text.filter((title) => title.trim() !== ''),
    families: fc.shuffledSubarray(['sample', 'other'], { minLength: 1 }),
    tags: fc.array(fc.constantFrom('g6', 'team', 'größe'), { maxLength: 3 }),
    cross: fc.array(crossPanel, { maxLength: 14 }),
    unitInference: fc.constantFrom<UnitInference>('auto', 'legacy'),
  })
  .map(({ metrics: own, others, slug, title, families, tags, cross, unitInference }) => ({
    metrics: own,
    others,
    plan: { slug, title, families, tags },
    efficiency: cross.map((written, index) => ({
      ...written,
      title: `Cross ${index}`,
      requires: own
        .slice(0, 1)
        .map(({ name }) => name)
        .concat(own.length > 0 ? [] : ['nothing']),
      slugs: [slug],
    })),
    unitInference,
  }));
