import type { Lint } from '../lint';

/** `label_values(metric{…}, label)`, or without a metric. */
const LABEL_VALUES = /^label_values\((.*)\)$/s;
const LABEL = /^(?:[a-zA-Z_][a-zA-Z0-9_]*|"[^"]+")$/;
const QUERY_RESULT = /^query_result\((.+)\)$/s;
const OTHER_QUERY = /^(label_names|metrics)\(.*\)$/s;

/** A variable whose query fails offers nothing to choose. */
export const templateLabelPromql: Lint = {
  name: 'template-label-promql',
  severity: 'error',
  description: 'Grafana and Prometheus understand the query of a template variable.',
  check: ({ dashboards, promql }) =>
    dashboards.flatMap(({ slug, variables, place }) =>
      variables.flatMap(({ name, type, query }) => {
        if (type !== 'query') return [];
        const values = labelValues(query) ?? QUERY_RESULT.exec(query);
        const faults = values?.[1] === undefined ? [] : promql.analyze(values[1]).faults;
        if ((values ?? OTHER_QUERY.exec(query)) && faults.length === 0) return [];
        const why = faults[0]?.message ?? 'use label_values, label_names, metrics or query_result';
        const message = `the variable "${name}" of "${slug}" asks ${JSON.stringify(query)}: ${why}`;
        return [{ place, slug, message }];
      }),
    ),
};

/** The arguments of `label_values`: the metric, if there is one, comes second as in a match of a pattern. */
function labelValues(query: string): readonly [string, string | undefined] | undefined {
  const inside = LABEL_VALUES.exec(query)?.[1];
  if (inside === undefined) return undefined;
  const comma = inside.lastIndexOf(',');
  const label = inside.slice(comma + 1).trim();
  if (!LABEL.test(label)) return undefined;
  const metric = inside.slice(0, Math.max(comma, 0)).trim();
  return comma < 0 || metric !== '' ? [query, comma < 0 ? undefined : metric] : undefined;
}
