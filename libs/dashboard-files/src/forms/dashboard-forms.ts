import { isJsonObject, type JsonObject } from '@g6/generation';
import { objectOf, present, type ReadJson, textOf } from '../json-values';
import { classicOfPerses } from './classic-of-perses';
import { classicOfV2 } from './classic-of-v2';
import type { PanelNotes } from './panel-notes';

/** A dashboard in classic form, or why there is none. */
export type ClassicReading = { readonly classic: JsonObject } | { readonly fault: string };

/** What reading a form needs besides the document. */
export interface FormBasis {
  readonly metaKey: string;
  /** The metadata of panels, from the file beside the form. */
  readonly notes: PanelNotes | undefined;
  /** Reads a form inside another: what a Kubernetes resource carries. */
  readonly read: (value: unknown) => ClassicReading;
  /** Reads a JSON text inside a form. */
  readonly readText: (text: unknown) => ClassicReading;
}

/** A form in which a dashboard can stand in a document of JSON or YAML. */
export interface DashboardForm {
  /** Its name in `export --format`, or what it is. */
  readonly name: string;
  readonly isForm: (document: ReadJson) => boolean;
  readonly read: (document: ReadJson, basis: FormBasis) => ClassicReading;
}

/** The key of our metadata among annotations, whose names end in a letter or a digit. */
export function annotationKey(metaKey: string): string {
  let end = metaKey.length;
  while (metaKey.charAt(end - 1) === '_') end -= 1;
  return metaKey.slice(0, end);
}

function isKind(document: ReadJson, apiVersion: string, kind: string): boolean {
  return document['kind'] === kind && (textOf(document['apiVersion']) ?? '').startsWith(apiVersion);
}

/** The name of the form that generation writes. */
export const GENERATED_FORM = 'classic';

/** Grafana's own JSON, one object with a list of panels. */
const classic: DashboardForm = {
  name: GENERATED_FORM,
  isForm: (document) => Array.isArray(document['panels']),
  read: (document) => ({ classic: document }),
};

/** A resource of Grafana's API; the version says what its `spec` is. */
const resource: DashboardForm = {
  name: 'resource',
  isForm: (document) => isKind(document, 'dashboard.grafana.app/', 'Dashboard'),
  read(document, { metaKey, notes }) {
    const { name, annotations } = objectOf(document['metadata']);
    const spec = objectOf(document['spec']);
    if (!isJsonObject(spec['elements'])) {
      if (!Array.isArray(spec['panels']))
        return { fault: 'its spec has no panels and no elements' };
      return { classic: present({ ...spec, uid: spec['uid'] ?? name }) };
    }
    const meta = jsonIn(objectOf(annotations)[annotationKey(metaKey)]);
    const read = classicOfV2(spec, metaKey, notes);
    return { classic: present({ ...read, uid: name, [metaKey]: meta }) };
  },
};

function jsonIn(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A resource for the operator of Grafana, which holds classic JSON. */
const operatorDashboard: DashboardForm = {
  name: 'operator',
  isForm: (document) => isKind(document, 'grafana.integreatly.org/', 'GrafanaDashboard'),
  read: (document, { readText }) => readText(objectOf(document['spec'])['json']),
};

/** A resource for the operator of Grafana, which holds another resource. */
const operatorManifest: DashboardForm = {
  name: 'operator manifest',
  isForm: (document) => isKind(document, 'grafana.integreatly.org/', 'GrafanaManifest'),
  read: (document, { read }) => read(objectOf(document['spec'])['template']),
};

/** A ConfigMap for the sidecar, which holds a file. */
const configMap: DashboardForm = {
  name: 'configmap',
  isForm: (document) => isKind(document, 'v1', 'ConfigMap'),
  read(document, { readText }) {
    const files = Object.entries(objectOf(document['data'])).filter(([name]) =>
      name.endsWith('.json'),
    );
    if (files.length !== 1) return { fault: `it holds ${files.length} JSON files, not one` };
    return readText(files[0]?.[1]);
  },
};

/** A dashboard of Perses. */
const perses: DashboardForm = {
  name: 'perses',
  isForm: (document) =>
    document['kind'] === 'Dashboard' && isJsonObject(objectOf(document['spec'])['panels']),
  read: (document, { metaKey, notes }) => ({
    classic: present({
      ...classicOfPerses(document, metaKey, notes),
      [metaKey]: notes?.dashboard,
    }),
  }),
};

/** Every form, in the order in which reading tries them. */
export const DASHBOARD_FORMS: readonly DashboardForm[] = [
  classic,
  resource,
  operatorDashboard,
  operatorManifest,
  configMap,
  perses,
];
