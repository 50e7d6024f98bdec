import type { RawPart } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { datasourceOf } from './datasource-of';

/** Brings an element of version 2, a panel or the reference to a library panel, to the classic form. */
export function toClassicPanel(element: RawPart): JsonObject {
  const source = objectOf(element.value);
  const spec = objectOf(source['spec']);
  if (source['kind'] === 'LibraryPanel') {
    return { title: spec['title'], libraryPanel: spec['libraryPanel'] };
  }
  const group = objectOf(objectOf(spec['data'])['spec']);
  const options = objectOf(group['queryOptions']);
  const config = objectOf(spec['vizConfig']);
  const drawn = objectOf(config['spec']);
  return present({
    title: spec['title'],
    description: spec['description'],
    links: spec['links'],
    transparent: spec['transparent'],
    type: typeOf(config),
    pluginVersion: config['version'] ?? drawn['pluginVersion'],
    options: drawn['options'],
    fieldConfig: drawn['fieldConfig'],
    targets: objectsOf(group['queries']).map(toTarget),
    transformations: objectsOf(group['transformations']).map(toTransformation),
    interval: options['interval'],
    maxDataPoints: options['maxDataPoints'],
    timeFrom: options['timeFrom'],
    timeShift: options['timeShift'],
    hideTimeOverride: options['hideTimeOverride'],
  });
}

/** The type stands in `group`, and in the first drafts of version 2 in `kind`. */
function typeOf({ group, kind }: JsonObject): string | undefined {
  return textOf(group) ?? (kind === 'VizConfig' ? undefined : textOf(kind));
}

function toTarget(query: JsonObject): JsonObject {
  const spec = objectOf(query['spec']);
  const inner = objectOf(spec['query']);
  return present({
    ...objectOf(inner['spec']),
    refId: spec['refId'],
    hide: spec['hidden'],
    datasource: datasourceOf(inner, spec),
  });
}

function toTransformation(transformation: JsonObject): JsonObject {
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
