import { isJsonObject, type JsonObject, PANEL_LINK } from '@g6/generation';
import { objectOf, objectsOf, present, type ReadJson, textOf, without } from '../json-values';
import {
  numberOfWord,
  QUERY_TEXT_KEY,
  VARIABLE_HIDE,
  VARIABLE_KINDS,
  VARIABLE_REFRESH,
  VARIABLE_SORT,
} from './v2-words';

/**
 * Brings an element of version 2, a panel or the reference to a library panel, to the classic form. The
 * first drafts of version 2, which named types and plugins by their kinds, are read as well.
 */
export function classicPanelOfV2(element: ReadJson): JsonObject {
  const spec = objectOf(element['spec']);
  if (element['kind'] === 'LibraryPanel') {
    return present({
      id: spec['id'],
      title: spec['title'],
      libraryPanel: spec['libraryPanel'],
    });
  }
  const group = objectOf(objectOf(spec['data'])['spec']);
  const config = objectOf(spec['vizConfig']);
  const drawn = objectOf(config['spec']);
  const targets = objectsOf(group['queries']).map(toTarget);
  const transformations = objectsOf(group['transformations']).map(toTransformation);
  const links = objectsOf(spec['links']).map((link) => ({ ...PANEL_LINK, ...link }));
  return present({
    id: spec['id'],
    title: spec['title'],
    description: textOf(spec['description']),
    transparent: spec['transparent'],
    type: typeOf(config),
    pluginVersion: textOf(config['version']) ?? drawn['pluginVersion'],
    options: drawn['options'],
    fieldConfig: drawn['fieldConfig'],
    ...(links.length === 0 ? {} : { links }),
    ...(targets.length === 0 ? {} : { targets, datasource: sharedDatasource(targets) }),
    ...(transformations.length === 0 ? {} : { transformations }),
    ...objectOf(group['queryOptions']),
  });
}

/** The type stands in `group`, and in the first drafts of version 2 in `kind`. */
function typeOf({ group, kind }: ReadJson): string | undefined {
  return textOf(group) ?? (kind === 'VizConfig' ? undefined : textOf(kind));
}

function toTarget(query: ReadJson): JsonObject {
  const spec = objectOf(query['spec']);
  const inner = objectOf(spec['query']);
  return present({
    ...objectOf(inner['spec']),
    refId: spec['refId'],
    hide: spec['hidden'] === true ? true : undefined,
    datasource: datasourceOf(inner, spec),
  });
}

/** The datasource of a panel is that of its queries, if they agree. */
function sharedDatasource(targets: readonly ReadJson[]): unknown {
  const [first, ...others] = targets.map(({ datasource }) => datasource);
  const text = JSON.stringify(first);
  return others.every((other) => JSON.stringify(other) === text) ? first : undefined;
}

function toTransformation(transformation: ReadJson): JsonObject {
  const { kind, group, spec } = transformation;
  const { id, options, disabled, filter, topic } = objectOf(spec);
  return present({
    id: textOf(group) ?? textOf(id) ?? textOf(kind),
    options: objectOf(options),
    disabled,
    filter,
    topic,
  });
}

/** A datasource as classic dashboards write it; the plugin is the `group`, before that the `kind`. */
function datasourceOf(query: ReadJson, spec: ReadJson): unknown {
  const kind = textOf(query['kind']);
  const plugin = textOf(query['group']) ?? (kind === 'DataQuery' ? undefined : kind);
  const named = objectOf(query['datasource'])['name'];
  const older = spec['datasource'];
  if (plugin === undefined || plugin.endsWith('Variable')) return named ?? older;
  return present({ type: plugin, uid: named ?? objectOf(older)['uid'] });
}

/** Brings a variable of version 2 to the classic form: its words become Grafana's numbers. */
export function classicVariableOfV2(variable: ReadJson): JsonObject {
  const spec = objectOf(variable['spec']);
  const kind = textOf(variable['kind']) ?? '';
  const known: Readonly<Record<string, string>> = VARIABLE_KINDS;
  const type = known[kind] ?? kind.replace(/Variable$/, '').toLowerCase();
  const query = objectOf(spec['query']);
  return present({
    ...without(spec, DERIVED_KEYS),
    type,
    hide: numberOfWord(VARIABLE_HIDE, spec['hide']),
    refresh: numberOfWord(VARIABLE_REFRESH, spec['refresh']),
    sort: numberOfWord(VARIABLE_SORT, spec['sort']),
    query: type === 'query' ? queryOf(query, spec['query']) : (spec['pluginId'] ?? spec['query']),
    datasource: datasourceOf(type === 'query' ? query : variable, spec),
    allowCustomValue: spec['allowCustomValue'] === false ? false : undefined,
    ...chosenOf(type, spec),
    ...(type === 'adhoc' ? filtersOf(spec) : {}),
  });
}

/** Keys of a variable that stand elsewhere in classic dashboards, or there only if they say something. */
const DERIVED_KEYS = [
  ...['pluginId', 'datasource', 'current', 'baseFilters', 'filters', 'defaultKeys'],
];

/** The text of a variable's query: the one that the editor wrote, or the only text that there is. */
function queryOf(query: ReadJson, plain: unknown): unknown {
  if (typeof plain === 'string') return plain;
  const spec = objectOf(query['spec']);
  return spec[QUERY_TEXT_KEY] ?? spec;
}

/** What is chosen, if anything is; texts and constants offer just that. */
function chosenOf(type: string, { current }: ReadJson): JsonObject {
  if (!isJsonObject(current)) return current === undefined ? {} : { current };
  if (type === 'textbox' || type === 'constant') {
    return { current, options: [{ ...current, selected: true }] };
  }
  return current['value'] === '' ? {} : { current };
}

function filtersOf(spec: ReadJson): JsonObject {
  const lists = ['baseFilters', 'filters', 'defaultKeys'].map((key) => [key, spec[key]] as const);
  return Object.fromEntries(lists.filter(([, list]) => Array.isArray(list) && list.length > 0));
}

/** Brings an annotation of version 2 to the classic form. */
export function classicAnnotationOfV2(annotation: ReadJson): JsonObject {
  const { query: written, legacyOptions, builtIn, hide, ...rest } = objectOf(annotation['spec']);
  const query = objectOf(written);
  const { expr, interval, ...target } = objectOf(query['spec']);
  return present({
    ...rest,
    expr,
    step: interval,
    ...(Object.keys(target).length === 0 ? {} : { target: { ...target, ...present({ expr }) } }),
    ...objectOf(legacyOptions),
    hide: hide === true ? true : undefined,
    builtIn: builtIn === true ? 1 : undefined,
    datasource: datasourceOf(query, rest),
  });
}
