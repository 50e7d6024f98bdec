import { isJsonObject, textAt, type JsonObject } from '@g6/inventory';

/** The template variables of a dashboard. */
export function variablesOf(json: JsonObject): JsonObject[] {
  const templating = json['templating'];
  return isJsonObject(templating) ? objectsIn(templating['list']) : [];
}

/** A template variable whose values come from a query. */
export interface QueryVariable {
  readonly variable: JsonObject;
  readonly query: string;
}

/** The template variables whose values come from a query, with its text. */
export function queryVariables(json: JsonObject): QueryVariable[] {
  return variablesOf(json)
    .filter(({ type }) => type === 'query')
    .map((variable) => {
      const { query } = variable;
      const text = isJsonObject(query) ? textAt(query, 'query') : textAt(variable, 'query');
      return { variable, query: text };
    });
}

/** The queries of a panel. */
export function targetsOf(panel: JsonObject): JsonObject[] {
  return objectsIn(panel['targets']);
}

/** The PromQL of a panel's queries; those to Loki are none. */
export function promQueries(panel: JsonObject): string[] {
  return targetsOf(panel)
    .filter((target) => !isLokiTarget(target, panel))
    .map((target) => textAt(target, 'expr'));
}

/** Whether a query goes to Loki, by itself or with its panel. */
export function isLokiTarget(target: JsonObject, panel: JsonObject): boolean {
  const datasource = isJsonObject(target['datasource'])
    ? target['datasource']
    : panel['datasource'];
  return isJsonObject(datasource) && textAt(datasource, 'type') === 'loki';
}

/** Whether a panel is a row, which holds or heads others. */
export function isRow({ type }: { readonly type: string }): boolean {
  return type === 'row';
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isJsonObject) : [];
}
