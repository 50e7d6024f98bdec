import type {
  FieldConfig,
  PanelKind,
  PanelQueryKind,
  QueryOptionsSpec,
  TransformationKind,
} from '@grafana/schema/apis/dashboard.grafana.app/v2';
import { objectOf, objectsOf, present, type ReadJson, textOf, without } from '@g6/dashboard-files';
import type { PanelJson } from '@g6/generation';
import { DATASOURCE_TYPE, META_KEY } from '@g6/model';

/** The version of Grafana whose panel options we write, so that Grafana migrates none. */
const GRAFANA_VERSION = '13.0.0';

/** A panel of version 2, and what it could not say. */
export interface PanelV2 {
  readonly kind: PanelKind;
  readonly lost: readonly string[];
}

/** The name of a panel among the elements of a dashboard. */
export function elementName(id: number): string {
  return `panel-${id}`;
}

/** Writes a panel that is no row; its place is the layout's. */
export function panelV2(panel: PanelJson): PanelV2 {
  const source = panel as unknown as ReadJson;
  const { defaults, overrides } = objectOf(source['fieldConfig']);
  const fields = objectOf(defaults);
  const unknownFields = Object.keys(fields).filter((key) => !Object.hasOwn(FIELD_KEYS, key));
  const unknown = Object.keys(source).filter((key) => !KNOWN_KEYS.has(key));
  const { transparent } = source;
  const kind: PanelKind = {
    kind: 'Panel',
    spec: {
      id: panel.id ?? 0,
      title: panel.title ?? '',
      description: panel.description ?? '',
      links: objectsOf(source['links']).map(({ title, url, targetBlank }) => ({
        ...{ title: textOf(title) ?? '', url: textOf(url) ?? '' },
        ...(targetBlank === true ? { targetBlank } : {}),
      })),
      data: {
        kind: 'QueryGroup',
        spec: {
          queries: objectsOf(source['targets']).map(queryV2),
          transformations: objectsOf(source['transformations']).map(transformationV2),
          queryOptions: queryOptions(source),
        },
      },
      vizConfig: {
        kind: 'VizConfig',
        group: panel.type,
        version: GRAFANA_VERSION,
        spec: {
          options: { ...objectOf(source['options']) },
          fieldConfig: {
            defaults: without(fields, unknownFields),
            overrides: objectsOf(overrides) as never,
          },
        },
      },
      ...(transparent === true ? { transparent } : {}),
    },
  };
  return { kind, lost: [...unknownFields, ...unknown].map((key) => `the key "${key}"`) };
}

const QUERY_OPTIONS = {
  timeFrom: true,
  maxDataPoints: true,
  timeShift: true,
  queryCachingTTL: true,
  interval: true,
  cacheTimeout: true,
  hideTimeOverride: true,
  timeCompare: true,
} as const satisfies Partial<Record<keyof QueryOptionsSpec, true>>;

/** Keys of a classic panel that the form says, or that are about classic panels alone. */
const KNOWN_KEYS = new Set([
  ...['id', 'type', 'title', 'description', 'links', 'transparent', 'datasource', 'targets'],
  ...['transformations', 'options', 'fieldConfig', 'pluginVersion', 'gridPos', 'repeat'],
  ...['repeatDirection', 'maxPerRow', META_KEY, ...Object.keys(QUERY_OPTIONS)],
]);

/** The settings of fields that the schema has; it is closed. */
const FIELD_KEYS = {
  ...{ displayName: true, displayNameFromDS: true, description: true, path: true, unit: true },
  ...{ writeable: true, filterable: true, decimals: true, min: true, max: true, mappings: true },
  ...{ thresholds: true, color: true, links: true, actions: true, noValue: true, custom: true },
  ...{ fieldMinMax: true, nullValueMode: true },
} as const satisfies Record<keyof FieldConfig, true>;

function queryOptions(panel: ReadJson): QueryOptionsSpec {
  return present(Object.fromEntries(Object.keys(QUERY_OPTIONS).map((key) => [key, panel[key]])));
}

function queryV2(target: ReadJson): PanelQueryKind {
  const { refId, hide, datasource, ...spec } = target;
  return {
    kind: 'PanelQuery',
    spec: {
      refId: textOf(refId) ?? '',
      hidden: hide === true,
      query: { kind: 'DataQuery', ...datasourceV2(datasource), spec },
    },
  };
}

/** The plugin and the datasource that a query asks. */
export function datasourceV2(datasource: unknown) {
  const { type, uid } = objectOf(datasource);
  const name = textOf(uid);
  return {
    group: textOf(type) ?? DATASOURCE_TYPE,
    version: 'v0',
    ...(name === undefined ? {} : { datasource: { name } }),
  };
}

/**
 * Writes a transformation. The classic `{id, options}` would pass the server and show nothing right:
 * version 2 has its id as the group.
 */
function transformationV2(transformation: ReadJson): TransformationKind {
  const { id, options, disabled, filter, topic } = transformation;
  return {
    kind: 'Transformation',
    group: textOf(id) ?? '',
    spec: present({
      disabled,
      filter,
      topic,
      options: objectOf(options),
    }) as unknown as TransformationKind['spec'],
  };
}
