import { expressionForm as formOf } from '@g6/promql';

/** An expression in the one form in which equal ones are the same text. */
export function expressionForm(expr: string): string {
  const form = formOf(expr);
  if (form === undefined) throw new Error(`this is no PromQL: ${expr}`);
  return form;
}

/** Grafana's query of a variable in the same form: `label_values(up{a="b"},job)`. */
export function variableQueryForm(query: string): string {
  const [, series, label] = /^label_values\((.*),\s*(\w+)\)$/s.exec(query.trim()) ?? [];
  if (series === undefined || label === undefined) return query.trim();
  return `label_values(${expressionForm(series)},${label})`;
}
