import { type RawPart, scalarText, toNumber } from '../documents/raw-part';
import { readSections } from './classic-layout';
import { Datasources, isPrometheus } from './datasources';
import type { FoundAnnotation, FoundDashboard, FoundInput, FoundSection } from './found-dashboard';
import { type JsonObject, objectOf, objectsOf, present, textOf } from './json-values';
import type { PanelBasis } from './read-panel';
import { readVariables } from './read-variables';

/** A dashboard in classic form; its sections may have been read from another layout already. */
export interface ClassicForm {
  readonly spec: RawPart;
  readonly variables?: readonly RawPart[];
  readonly sections?: (basis: PanelBasis) => FoundSection[];
}

/** Reads a classic dashboard; `uid` is the name of the resource that holds it. */
export function readClassicDashboard(form: ClassicForm, uid?: string): FoundDashboard {
  const { spec } = form;
  const source = objectOf(spec.value);
  const basis: PanelBasis = {
    schemaVersion: toNumber(source['schemaVersion']) ?? 0,
    datasources: new Datasources(source),
    elements: objectOf(source['__elements']),
  };
  const texts = present({
    uid: textOf(source['uid']) ?? uid,
    description: textOf(source['description']),
    refresh: textOf(source['refresh']),
    timezone: textOf(source['timezone']),
    weekStart: textOf(source['weekStart']),
    time: timeOf(objectOf(source['time'])),
  });
  return {
    ...(texts as Pick<FoundDashboard, 'uid' | 'time'>),
    title: textOf(source['title']) ?? '',
    tags: spec.texts('tags'),
    graphTooltip: tooltipOf(source),
    inputs: objectsOf(source['__inputs']).flatMap((input) => readInput(input)),
    variables: readVariables(form.variables ?? spec.at('templating').items('list')),
    annotations: objectsOf(objectOf(source['annotations'])['list']).flatMap((annotation) =>
      readAnnotation(annotation, basis.datasources),
    ),
    links: objectsOf(source['links']),
    sections: form.sections ? form.sections(basis) : readSections(spec, basis),
    place: spec.place,
  };
}

function timeOf({ from, to }: JsonObject): FoundDashboard['time'] {
  const [start, end] = [textOf(from), textOf(to)];
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}

function tooltipOf({ graphTooltip, sharedCrosshair }: JsonObject): FoundDashboard['graphTooltip'] {
  if (graphTooltip === 2) return 'tooltip';
  return graphTooltip === 1 || sharedCrosshair === true ? 'crosshair' : 'default';
}

function readInput(input: JsonObject): FoundInput[] {
  const name = textOf(input['name']);
  if (name === undefined) return [];
  const texts = present({
    label: textOf(input['label']),
    pluginId: textOf(input['pluginId']),
    value: scalarText(input['value']),
  });
  return [{ name, type: textOf(input['type']) ?? 'datasource', ...(texts as object) }];
}

/** Reads an annotation query; the one that every dashboard has is not one of its own. */
function readAnnotation(annotation: JsonObject, datasources: Datasources): FoundAnnotation[] {
  const isBuiltIn = annotation['builtIn'] === 1 || annotation['builtIn'] === true;
  if (isBuiltIn) return [];
  const { datasource } = annotation;
  const texts = present({
    expr: textOf(annotation['expr']) ?? textOf(objectOf(annotation['target'])['expr']),
    color: textOf(annotation['iconColor']),
    datasource: textOf(datasource) ?? textOf(objectOf(datasource)['uid']),
  });
  return [
    {
      ...(texts as Pick<FoundAnnotation, 'expr'>),
      name: textOf(annotation['name']) ?? '',
      enabled: annotation['enable'] !== false,
      hidden: annotation['hide'] === true,
      isForeign: !isPrometheus(datasources.resolve(datasource)),
      source: annotation,
    },
  ];
}
