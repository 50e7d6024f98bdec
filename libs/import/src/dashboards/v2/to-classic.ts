import type { RawPart } from '../../documents/raw-part';
import type { ProblemList } from '../../problem-list';
import type { ClassicForm } from '../classic-dashboard';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { datasourceOf } from './datasource-of';
import { readLayout } from './read-layout';

/**
 * Brings a dashboard of version 2 (`elements`, `layout`, kinds with specs) to the classic form: a
 * `QueryVariable` will become a variable of the type `query`, and so on.
 */
export function toClassic(spec: RawPart, list: ProblemList): ClassicForm {
  const source = objectOf(spec.value);
  const time = objectOf(source['timeSettings']);
  const variables = spec.items('variables').map((variable) => variable.with(toVariable(variable)));
  const classic: JsonObject = {
    ...source,
    schemaVersion: 42,
    time: { from: time['from'], to: time['to'] },
    refresh: time['autoRefresh'],
    timezone: time['timezone'],
    weekStart: time['weekStart'],
    graphTooltip: { Crosshair: 1, Tooltip: 2 }[textOf(source['cursorSync']) ?? ''] ?? 0,
    // By these the datasources behind variables are known.
    templating: { list: variables.map(({ value }) => value) },
    annotations: { list: objectsOf(source['annotations']).map(toAnnotation) },
  };
  return {
    spec: spec.with(classic),
    variables,
    sections: (basis) => readLayout(spec, basis, list),
  };
}

/** The types of variables whose kind is not the type with `Variable` behind it. */
const VARIABLE_TYPES: Readonly<Record<string, string>> = { Text: 'textbox' };

function toVariable(variable: RawPart): JsonObject {
  const source = objectOf(variable.value);
  const spec = objectOf(source['spec']);
  const kind = (textOf(source['kind']) ?? '').replace(/Variable$/, '');
  const type = VARIABLE_TYPES[kind] ?? kind.toLowerCase();
  const query = objectOf(spec['query']);
  const datasource = datasourceOf(type === 'query' ? query : source, spec);
  return present({
    ...spec,
    type,
    query:
      type === 'query'
        ? toVariableQuery(query, spec['query'])
        : (spec['pluginId'] ?? spec['query']),
    datasource,
  });
}

/** The text of a variable's query: the one that the editor wrote, or the only text that there is. */
function toVariableQuery(query: JsonObject, plain: unknown): unknown {
  if (typeof plain === 'string') return plain;
  const spec = objectOf(query['spec']);
  return spec['__legacyStringValue'] ?? spec;
}

function toAnnotation(annotation: JsonObject): JsonObject {
  const spec = objectOf(annotation['spec']);
  const query = objectOf(spec['query']);
  return {
    ...spec,
    target: objectOf(query['spec']),
    datasource: datasourceOf(query, spec),
  };
}
