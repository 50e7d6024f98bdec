import type { AnnotationQueryKind } from '@grafana/schema/apis/dashboard.grafana.app/v2';
import { objectOf, present, type ReadJson, textOf } from '@g6/dashboard-files';
import { datasourceV2 } from './panel-v2';

/** Writes an annotation. What only Prometheus knows of it goes where Grafana keeps such things. */
export function annotationV2(annotation: ReadJson): AnnotationQueryKind {
  const { name, datasource, enable, hide, iconColor, builtIn, ...rest } = annotation;
  const { expr, step, target, filter, placement, mappings, ...legacy } = rest;
  return {
    kind: 'AnnotationQuery',
    spec: {
      name: textOf(name) ?? '',
      enable: enable !== false,
      hide: hide === true,
      iconColor: textOf(iconColor) ?? '',
      ...(builtIn === 1 || builtIn === true ? { builtIn: true } : {}),
      query: {
        kind: 'DataQuery',
        ...datasourceV2(datasource),
        spec: present({ ...objectOf(target), expr, interval: step }),
      },
      ...(present({ filter, placement, mappings }) as Partial<AnnotationQueryKind['spec']>),
      ...(Object.keys(legacy).length === 0 ? {} : { legacyOptions: legacy }),
    },
  };
}
