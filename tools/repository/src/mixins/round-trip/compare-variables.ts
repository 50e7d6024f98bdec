import { variableQueryForm } from '../expression-form';
import { inKeyOrder, type Json, listAt, objectAt } from '../json';
import type { Difference } from './compare-dashboard';

/**
 * Compares the variables of a dashboard in their order. The variable of the datasource is ours on
 * every generated dashboard, and so are constants for variables that the original does not have.
 */
export function compareVariables(name: string, original: Json, generated: Json): Difference[] {
  const before = variablesOf(original).map(variableForm);
  const known = new Set(before.map(({ name: variable }) => variable));
  const after = variablesOf(generated)
    .map(variableForm)
    .filter((form) => known.has(form['name']) || form['query'] !== `$${String(form['name'])}`);
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, at) => [before[at], after[at]] as const)
    .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
    .map(([one, other]) => ({
      dashboard: name,
      panel: '',
      field: `variable ${String((one ?? other)?.['name'])}`,
      original: one,
      imported: other,
    }));
}

/** The variables that have a name of their own; of several, Grafana keeps the first. */
function variablesOf(dashboard: Json): Json[] {
  const all = listAt(dashboard['templating'], 'list') as readonly Json[];
  const own = all.filter(({ type }) => type !== 'datasource');
  return own.filter(({ name }, at) => own.findIndex((other) => other['name'] === name) === at);
}

function variableForm({ name, type, label, ...variable }: Json): Json {
  const { hide, description } = variable;
  const common = {
    name,
    type,
    label: label === undefined || label === null || label === '' ? name : label,
    hide: hide ?? 0,
    description: description ?? '',
  };
  if (type !== 'query') {
    return { ...common, query: type === 'adhoc' ? undefined : listForm(variable['query']) };
  }
  const { multi, includeAll, allValue, refresh, sort, regex, query } = variable;
  const text = typeof query === 'string' ? query : objectAt(query)['query'];
  return inKeyOrder({
    ...common,
    query: variableQueryForm(String(text)),
    multi: multi ?? false,
    includeAll: includeAll ?? false,
    allValue: includeAll === true && allValue !== '' ? (allValue ?? undefined) : undefined,
    refresh: Number(refresh ?? 0),
    sort: sort ?? 0,
    regex: regex ?? '',
  }) as Json;
}

/** A list of values, in which spaces around commas mean nothing. */
function listForm(query: unknown): string {
  return typeof query === 'string' ? query.replace(/\s*,\s*/g, ',') : '';
}
