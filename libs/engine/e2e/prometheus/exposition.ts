import type { Metric } from '@g6/model';
import { type SyntheticInstance, valueAtTime } from './synthetic-series';

/** An instance's answer to a scrape: values now, with help and type. */
export function exposition(
  metrics: readonly Metric[],
  { series }: SyntheticInstance,
  seconds: number,
): string {
  const lines: string[] = [];
  for (const { name, type, help } of metrics) {
    const own = series.filter((one) => belongsTo(one.name, name, type));
    const text = (help ?? '').replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    lines.push(`# HELP ${name} ${text}`, `# TYPE ${name} ${type}`);
    for (const one of own) {
      lines.push(`${exposed(one.name, one.labels)} ${valueAtTime(one, seconds)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function belongsTo(series: string, metric: string, type: string): boolean {
  if (type !== 'histogram') return series === metric;
  return ['_bucket', '_sum', '_count'].some((suffix) => series === metric + suffix);
}

/** A stretch of the past in OpenMetrics text, the labels of a scrape included. */
export function history(
  instances: readonly SyntheticInstance[],
  from: number,
  to: number,
  step: number,
): string {
  const lines: string[] = [];
  for (const { labels, series } of instances) {
    for (const one of series) {
      const name = exposed(one.name, { ...one.labels, ...labels });
      for (let time = from; time <= to; time += step) {
        lines.push(`${name} ${valueAtTime(one, time)} ${time}`);
      }
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}

/** Writes a series as the exposition formats do, which take no space between labels. */
export function exposed(name: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
