import { classicAnnotationOfV2, classicVariableOfV2 } from '@g6/dashboard-files';
import type { RawPart } from '../../documents/raw-part';
import type { ProblemList } from '../../problem-list';
import type { ClassicForm } from '../classic-dashboard';
import { type JsonObject, objectOf, objectsOf, textOf } from '../json-values';
import { readLayout } from './read-layout';

/**
 * Brings a dashboard of version 2 (`elements`, `layout`, kinds with specs) to the classic form: a
 * `QueryVariable` will become a variable of the type `query`, and so on.
 */
export function toClassic(spec: RawPart, list: ProblemList): ClassicForm {
  const source = objectOf(spec.value);
  const time = objectOf(source['timeSettings']);
  const variables = spec
    .items('variables')
    .map((variable) => variable.with(classicVariableOfV2(objectOf(variable.value))));
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
    annotations: { list: objectsOf(source['annotations']).map(classicAnnotationOfV2) },
  };
  return {
    spec: spec.with(classic),
    variables,
    sections: (basis) => readLayout(spec, basis, list),
  };
}
