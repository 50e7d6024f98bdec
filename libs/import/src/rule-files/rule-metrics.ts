import type { PromQlCache } from '@g6/promql';
import type { FoundRule } from './found-rule';

/** Series that Prometheus makes of alerts; a rule that reads them is about something else. */
const ALERT_SERIES = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/**
 * Finds the metric that an expression is about: the first that it selects. A series that one of the
 * rules records leads on to the metric of that rule; rules that record each other lead nowhere.
 */
export function ruleMetrics(
  rules: readonly Pick<FoundRule, 'kind' | 'name' | 'expr'>[],
  cache: PromQlCache,
): (expr: string) => string | undefined {
  const recorded = new Map<string, string>();
  const read = new Set<string>();
  for (const { kind, name, expr } of rules) {
    for (const selected of cache.analyze(expr).facts.reads) read.add(selected);
    if (kind === 'record' && !recorded.has(name)) recorded.set(name, expr);
  }
  const firstName = (expr: string) =>
    [...cache.analyze(expr).facts.reads].find((name) => !ALERT_SERIES.has(name));
  const known = new Map<string, string | undefined>();
  /** The metric that a walk ends at; one that came back to a recorded series went in a circle. */
  const endOf = (name: string) => {
    if (known.has(name)) return known.get(name);
    return recorded.has(name) ? undefined : baseMetric(name, read);
  };
  return (expr) => {
    const passed = new Set<string>();
    let name = firstName(expr);
    while (name !== undefined && !passed.has(name) && !known.has(name)) {
      passed.add(name);
      const rule = recorded.get(name);
      if (rule === undefined) break;
      name = firstName(rule);
    }
    const metric = name === undefined ? undefined : endOf(name);
    for (const step of passed) known.set(step, metric);
    return metric;
  };
}

/**
 * The metric that a series belongs to. `x_bucket` is of the histogram `x`; `x_sum` and `x_count` are
 * if their counterparts are read as well, because gauges may be named so too.
 */
export function baseMetric(series: string, read: ReadonlySet<string>): string {
  const match = /^(.+)_(bucket|sum|count)$/.exec(series);
  const [, base = '', suffix = ''] = match ?? [];
  if (!match) return series;
  if (suffix === 'bucket' || read.has(`${base}_bucket`)) return base;
  return read.has(`${base}_sum`) && read.has(`${base}_count`) ? base : series;
}
