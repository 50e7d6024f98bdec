import { META_KEY } from '@g6/model';
import type { DraftBasis } from '@g6/generation';
import { isJsonObject, textAt, type JsonObject } from '../json-object';
import { exprsOf } from '../read-panels';
import {
  argumentsOf,
  operatorOf,
  type PromQl,
  selectorMatchers,
  selectorName,
  textOf,
  unquote,
  visitNodes,
} from '@g6/promql';

const ALERT_LABEL = 'alertname';
const ALERT_SERIES = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/**
 * The names of the alerts that a panel shows: rows that its queries write, alerts that they select,
 * and for the text that takes over from a long table, all alerts of the dashboard's families.
 */
export function alertsShown(
  panel: JsonObject,
  dashboard: JsonObject,
  { metrics, promql }: DraftBasis,
): Set<string> {
  const names = new Set<string>();
  for (const expr of exprsOf(panel)) {
    for (const name of alertsNamed(promql.analyze(expr).promql)) names.add(name);
  }
  const meta = panel[META_KEY];
  const overview = isJsonObject(meta) && textAt(meta, 'source') === 'alerts_aggregate';
  if (!overview || textAt(panel, 'type') !== 'text') return names;
  const families = familiesOf(dashboard);
  for (const metric of metrics) {
    if (families.includes(metric.family)) metric.alerts.forEach(({ name }) => names.add(name));
  }
  return names;
}

function alertsNamed(promql: PromQl): string[] {
  const names: string[] = [];
  visitNodes(promql, 'FunctionCall', (call) => {
    if (operatorOf(promql, call) !== 'label_replace') return;
    const [, label, value] = argumentsOf(call).map((arg) => unquote(textOf(promql, arg)));
    // `$$` stands for one `$` in a replacement.
    if (label === ALERT_LABEL && value !== undefined) names.push(value.replaceAll('$$', '$'));
  });
  visitNodes(promql, 'VectorSelector', (selector) => {
    if (!ALERT_SERIES.has(selectorName(promql, selector) ?? '')) return;
    for (const { label, operator, value } of selectorMatchers(promql, selector)) {
      if (label === ALERT_LABEL && operator === '=') names.push(value);
    }
  });
  return names;
}

function familiesOf(dashboard: JsonObject): unknown[] {
  const meta = dashboard[META_KEY];
  const families = isJsonObject(meta) ? meta['families'] : undefined;
  return Array.isArray(families) ? families : [];
}
