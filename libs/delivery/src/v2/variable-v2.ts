import type {
  VariableHide,
  VariableKind,
  VariableOption,
  VariableRefresh,
  VariableSort,
} from '@grafana/schema/apis/dashboard.grafana.app/v2';
import {
  objectsOf,
  present,
  QUERY_TEXT_KEY,
  type ReadJson,
  textOf,
  VARIABLE_HIDE,
  VARIABLE_REFRESH,
  VARIABLE_SORT,
} from '@g6/dashboard-files';
import { datasourceV2 } from './panel-v2';

/** What is chosen of a variable that leaves it to Grafana. */
const NOTHING: VariableOption = { text: '', value: '' };

/** Writes a variable: its numbers become words, and its type a kind. */
export function variableV2(variable: ReadJson): VariableKind {
  const common = {
    name: textOf(variable['name']) ?? '',
    ...textsOf(variable, ['label', 'description']),
    hide: wordOf(VARIABLE_HIDE, variable['hide']) as VariableHide,
    skipUrlSync: variable['skipUrlSync'] === true,
  };
  const current = (variable['current'] as VariableOption | undefined) ?? NOTHING;
  const query = textOf(variable['query']) ?? '';
  const options = objectsOf(variable['options']) as unknown as VariableOption[];
  switch (variable['type']) {
    case 'datasource':
      return {
        kind: 'DatasourceVariable',
        spec: {
          ...common,
          ...choice(variable),
          ...readings(variable),
          pluginId: query,
          current,
          options,
        },
      };
    case 'custom':
      return {
        kind: 'CustomVariable',
        spec: { ...common, ...choice(variable), query, current, options },
      };
    case 'interval':
      return {
        kind: 'IntervalVariable',
        spec: { ...common, ...intervalSteps(variable), query, current, options },
      };
    case 'textbox':
      return { kind: 'TextVariable', spec: { ...common, query, current } };
    case 'constant':
      return { kind: 'ConstantVariable', spec: { ...common, query, current } };
    case 'adhoc':
      return adhoc(variable, common);
    default: {
      const spec = { ...common, ...choice(variable), ...readings(variable), current, options };
      return { kind: 'QueryVariable', spec: { ...spec, ...queryParts(variable, query) } };
    }
  }
}

interface Common {
  readonly name: string;
  readonly hide: VariableHide;
  readonly skipUrlSync: boolean;
}

function adhoc(variable: ReadJson, common: Common): VariableKind {
  const { group, datasource } = datasourceV2(variable['datasource']);
  return {
    kind: 'AdhocVariable',
    group,
    ...(datasource ? { datasource } : {}),
    spec: {
      ...common,
      baseFilters: [],
      filters: [],
      defaultKeys: [],
      allowCustomValue: true,
    },
  };
}

function queryParts(variable: ReadJson, query: string) {
  return {
    ...textsOf(variable, ['definition']),
    sort: wordOf(VARIABLE_SORT, variable['sort']) as VariableSort,
    query: {
      kind: 'DataQuery' as const,
      ...datasourceV2(variable['datasource']),
      spec: { [QUERY_TEXT_KEY]: query },
    },
  };
}

function choice(variable: ReadJson) {
  return {
    multi: variable['multi'] === true,
    includeAll: variable['includeAll'] === true,
    ...textsOf(variable, ['allValue']),
    allowCustomValue: variable['allowCustomValue'] !== false,
  };
}

function readings(variable: ReadJson) {
  const refresh = wordOf(VARIABLE_REFRESH, variable['refresh']) as VariableRefresh;
  return { refresh, regex: textOf(variable['regex']) ?? '' };
}

function intervalSteps(variable: ReadJson) {
  const { auto, auto_min, auto_count } = variable;
  return {
    auto: auto === true,
    auto_min: textOf(auto_min) ?? '',
    auto_count: typeof auto_count === 'number' ? auto_count : 0,
    refresh: 'onTimeRangeChanged' as const,
  };
}

function textsOf(variable: ReadJson, keys: readonly string[]): Record<string, string> {
  const texts = keys.map((key) => [key, textOf(variable[key])] as const);
  return present(Object.fromEntries(texts)) as Record<string, string>;
}

function wordOf(words: readonly string[], number: unknown): string {
  return words[typeof number === 'number' ? number : 0] ?? (words[0] as string);
}
