import { type JsonObject, objectOf, present, textOf } from '../json-values';

/** A datasource as classic dashboards write it; the plugin is the `group`, before that the `kind`. */
export function datasourceOf(query: JsonObject, spec: JsonObject): unknown {
  const kind = textOf(query['kind']);
  const plugin = textOf(query['group']) ?? (kind === 'DataQuery' ? undefined : kind);
  const named = objectOf(query['datasource'])['name'];
  const older = spec['datasource'];
  if (plugin === undefined || plugin.endsWith('Variable')) return named ?? older;
  return present({ type: plugin, uid: named ?? objectOf(older)['uid'] });
}
