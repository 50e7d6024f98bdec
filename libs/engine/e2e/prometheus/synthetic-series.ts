import type { DraftBasis } from '@g6/generation';
import {
  alertInputs,
  type CourseSeries,
  type ModelSeries,
  modelSeries,
  NotModelled,
  seriesText,
} from '@g6/rules';
import { specMetrics, type Alert, type Metric } from '@g6/model';

/** Everything that a pretended platform exports, and which of its alerts should fire. */
export interface SyntheticPlatform {
  readonly metrics: readonly Metric[];
  /** The series of each instance of the target, which all export the same ones. */
  readonly instances: readonly SyntheticInstance[];
  /** Names of the alerts that were pushed over their threshold. */
  readonly pushed: readonly string[];
}

/** An instance of the target, and what it exports. */
export interface SyntheticInstance {
  /** Labels that a scrape adds. */
  readonly labels: { readonly job: string; readonly instance: string };
  readonly series: readonly CourseSeries[];
}

const JOB = 'g6_platform';
const BUSY = { job: JOB, instance: 'busy' };
const IDLE = { job: JOB, instance: 'idle' };

/**
 * Two instances with series for every metric of a spec with every declared label. Metrics that alerts
 * watch get values that fire, for every other group of alerts, and values that do not for the rest.
 * The second instance is idle in these, so that sums over instances are those that were chosen.
 */
export function syntheticPlatform(basis: DraftBasis): SyntheticPlatform {
  const platform = new Map<string, CourseSeries>();
  const add = (series: CourseSeries) => {
    const key = seriesText(series.name, series.labels);
    if (!platform.has(key)) platform.set(key, series);
  };
  const watched = alertGroups(basis);
  const pushed = watched.flatMap(({ alerts, metrics }, position) => {
    const fires = position % 2 === 0;
    // Of a warning and a critical alert, the critical one fires both, the warning silences both.
    const chosen = alerts[fires ? alerts.length - 1 : 0] as Alert;
    const { promql } = basis.promql.analyze(chosen.expr);
    const inputs = alertInputs(promql, basis.index, BUSY, 3600);
    if (inputs.reason !== undefined) throw new Error(`${chosen.name}: ${inputs.reason}`);
    inputs[fires ? 'fires' : 'silent'].courses.filter(isExported).forEach(add);
    alerts
      .flatMap(({ expr }) => selected(expr, basis))
      .forEach((series) => {
        courses(series, 0).forEach(add);
      });
    return fires && metrics.length > 0 ? [chosen.name] : [];
  });
  const quiet = new Set(watched.flatMap(({ metrics }) => metrics));
  for (const metric of specMetrics(basis.spec)) {
    if (!quiet.has(metric.name)) ordinary(metric).forEach(add);
  }
  for (const expr of panelExprs(basis)) {
    for (const series of selected(expr, basis)) {
      const value = quiet.has(basis.index.owner(series.name)?.name ?? '') ? 0 : 1;
      courses(series, value).forEach(add);
    }
  }
  const series = [...platform.values()];
  const isWatched = ({ name }: CourseSeries) => quiet.has(basis.index.owner(name)?.name ?? '');
  const idle = series.map((one) => (isWatched(one) ? { ...one, value: 0 } : one));
  const instances = [
    { labels: BUSY, series },
    { labels: IDLE, series: idle },
  ];
  return { metrics: specMetrics(basis.spec), instances, pushed };
}

/** The value of a series at a time, in seconds since 1970; counters rise from long ago. */
export function valueAtTime({ rises, value }: CourseSeries, seconds: number): number {
  // A gauge that never moved would have no slope to derive; this one moves by less than the margin
  // that alerts are given.
  const wobble = 1 + 0.002 * Math.sin(seconds / 60);
  return rises ? value * (seconds - 1_500_000_000) : value * wobble;
}

interface AlertGroup {
  readonly metrics: readonly string[];
  readonly alerts: readonly Alert[];
}

/** Alerts that read the same metrics, which have to fire or be silent together. */
function alertGroups({ metrics, promql, index }: DraftBasis): AlertGroup[] {
  const groups = new Map<string, { metrics: string[]; alerts: Alert[] }>();
  for (const alert of metrics.flatMap((metric) => metric.alerts)) {
    const reads = [...promql.analyze(alert.expr).facts.reads];
    const owners = [...new Set(reads.map((series) => index.owner(series)?.name ?? series))].sort();
    const group = groups.get(owners.join()) ?? { metrics: owners, alerts: [] };
    group.alerts.push(alert);
    groups.set(owners.join(), group);
  }
  return [...groups.values()];
}

function panelExprs({ metrics, efficiency }: DraftBasis): string[] {
  return [
    ...metrics.flatMap(({ panels }) =>
      panels.flatMap(({ queries }) => queries.map(({ expr }) => expr)),
    ),
    ...efficiency.flatMap(({ queries }) => queries.map(({ expr }) => expr)),
  ];
}

function selected(expr: string, { promql, index }: DraftBasis): ModelSeries[] {
  try {
    return modelSeries(promql.analyze(expr).promql, index, {}).filter(isExported);
  } catch (error) {
    if (error instanceof NotModelled) return [];
    throw error;
  }
}

/** Rules record the rest. */
function isExported({ name }: { readonly name: string }): boolean {
  return !name.includes(':');
}

/** Two series with different label values, as a platform at work has them. */
function ordinary(metric: Metric): CourseSeries[] {
  const variants = metric.labels.length === 0 ? [1] : [1, 2];
  return variants.flatMap((variant) => {
    const labels = Object.fromEntries(metric.labels.map((label) => [label, `${label}_${variant}`]));
    const { name, type, buckets } = metric;
    if (type === 'histogram') return histogram(name, labels, buckets ?? [1, 2, 5], variant);
    return [{ name, labels, rises: type === 'counter', value: variant * 3 }];
  });
}

function courses({ name, labels, kind, bounds }: ModelSeries, value: number): CourseSeries[] {
  if (kind === 'bucket')
    return histogram(name.slice(0, -'_bucket'.length), labels, bounds ?? [], 1);
  return [{ name, labels, rises: kind === 'slope', value }];
}

function histogram(
  name: string,
  labels: Readonly<Record<string, string>>,
  bounds: readonly number[],
  pace: number,
): CourseSeries[] {
  const all = [...bounds, Infinity];
  const rises = true;
  const count = pace * all.length;
  return [
    ...all.map((bound, position) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: bound === Infinity ? '+Inf' : String(bound) },
      rises,
      value: pace * (position + 1),
    })),
    { name: `${name}_sum`, labels, rises, value: count * (bounds[0] ?? 1) },
    { name: `${name}_count`, labels, rises, value: count },
  ];
}
