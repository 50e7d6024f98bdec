import {
  objectOf,
  PERSES_DATASOURCE,
  PERSES_SORTS,
  present,
  type ReadJson,
  textOf,
} from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import { datasourcePerses } from './panel-perses';

/** Writes a variable; undefined if Perses has none of its kind, which is then added to `lost`. */
export function variablePerses(variable: ReadJson, lost: string[]): JsonObject | undefined {
  const name = textOf(variable['name']) ?? '';
  const common = { name, display: displayOf(variable) };
  const query = textOf(variable['query']) ?? '';
  switch (variable['type']) {
    case 'textbox':
      return { kind: 'TextVariable', spec: present({ ...common, value: query }) };
    case 'constant':
      return { kind: 'TextVariable', spec: present({ ...common, value: query, constant: true }) };
    case 'datasource':
      return list(variable, {
        kind: 'DatasourceVariable',
        spec: { datasourcePluginKind: PERSES_DATASOURCE },
      });
    case 'custom':
    case 'interval':
      return list(variable, { kind: 'StaticListVariable', spec: { values: choicesOf(query) } });
    case 'query': {
      const plugin = queryPlugin(query, variable['datasource']);
      if (plugin) return list(variable, plugin);
      lost.push(`the variable "${name}", whose values are those of ${query}`);
      return undefined;
    }
    default:
      lost.push(`the variable "${name}" of the type "${String(variable['type'])}"`);
      return undefined;
  }
}

function displayOf({ label, description, hide }: ReadJson): JsonObject | undefined {
  const display = present({
    name: textOf(label),
    description: textOf(description),
    hidden: hide === 2 ? true : undefined,
  });
  return Object.keys(display).length === 0 ? undefined : display;
}

function list(variable: ReadJson, plugin: JsonObject): JsonObject {
  const { includeAll, multi, allValue, regex, sort, current } = variable;
  const value = objectOf(current)['value'];
  const filled = Array.isArray(value) ? value.length > 0 : textOf(value) !== undefined;
  return {
    kind: 'ListVariable',
    spec: present({
      name: variable['name'],
      display: displayOf(variable),
      defaultValue: filled ? value : undefined,
      allowAllValue: includeAll === true,
      allowMultiple: multi === true,
      customAllValue: textOf(allValue),
      capturingRegexp: regexOf(regex),
      sort: typeof sort === 'number' ? PERSES_SORTS[sort] : undefined,
      plugin,
    }),
  };
}

/** Grafana takes a regular expression with slashes around it or without. */
function regexOf(regex: unknown): string | undefined {
  const text = textOf(regex);
  return text?.startsWith('/') === true && text.endsWith('/') ? text.slice(1, -1) : text;
}

/** The plugin behind a query of Grafana: `label_values(bus_total{line="1"}, bus)` and the like. */
function queryPlugin(query: string, datasource: unknown): JsonObject | undefined {
  const common = { datasource: datasourcePerses(datasource) };
  const [, names] = /^label_names\(([^]*)\)$/.exec(query) ?? [];
  if (names !== undefined) {
    const spec = { ...common, ...matchersOf(names) };
    return { kind: 'PrometheusLabelNamesVariable', spec };
  }
  const [, inside] = /^label_values\(([^]*)\)$/.exec(query) ?? [];
  if (inside !== undefined) {
    const comma = inside.lastIndexOf(',');
    const labelName = inside.slice(comma + 1).trim();
    if (!/^[a-zA-Z_]\w*$/.test(labelName)) return undefined;
    const spec = { ...common, labelName, ...matchersOf(inside.slice(0, Math.max(0, comma))) };
    return { kind: 'PrometheusLabelValuesVariable', spec };
  }
  const [, expr] = /^query_result\(([^]*)\)$/.exec(query) ?? [];
  if (expr === undefined) return undefined;
  return { kind: 'PrometheusPromQLVariable', spec: { ...common, expr } };
}

function matchersOf(selector: string): JsonObject {
  return selector.trim() === '' ? {} : { matchers: [selector.trim()] };
}

/** The choices of a list in which commas part values and ` : ` parts a text from its value. */
function choicesOf(query: string): unknown[] {
  const choices = query.match(/(?:\\[^]|[^\\,])+/g) ?? [];
  return choices.map((choice) => {
    const [text = '', value] = choice.trim().split(' : ').map(unescaped);
    return value === undefined ? text : { label: text, value };
  });
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, '$1');
}
