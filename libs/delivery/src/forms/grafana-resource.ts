import {
  annotationKey,
  NOTES_EXTENSION,
  type PanelNotes,
  panelNotesText,
} from '@g6/dashboard-files';
import { type FinishedDashboard, sortKeys, stableJson } from '@g6/generation';
import { META_KEY } from '@g6/model';
import { renameMetaKey } from '@g6/dashboard-files';
import type { ExportedFile } from '../export-content';
import type { ApiVersion } from '../export-options';
import type { Folder } from '../folders';
import { panelsById } from '../panels-by-id';
import { dashboardV2 } from '../v2/dashboard-v2';
import { elementName } from '../v2/panel-v2';

/** A resource of Grafana's API. */
export interface GrafanaResource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: object;
}

/** A dashboard as a resource, and what its version cannot say. */
export interface DashboardResource {
  readonly resource: GrafanaResource;
  /** The metadata of panels, for which version 2 has no place. */
  readonly notes: PanelNotes | undefined;
  readonly lost: readonly string[];
}

const FOLDER_ANNOTATION = 'grafana.app/folder';

/** Writes a dashboard as a resource; without a folder, it goes where its file lies. */
export function dashboardResource(
  dashboard: FinishedDashboard,
  apiVersion: ApiVersion,
  { metaKey, folder }: { readonly metaKey: string; readonly folder: Folder | undefined },
): DashboardResource {
  const { json } = dashboard;
  const isV2 = apiVersion === 'v2';
  const annotations = {
    ...(isV2 ? { [annotationKey(metaKey)]: JSON.stringify(sortKeys(json[META_KEY])) } : {}),
    ...(folder ? { [FOLDER_ANNOTATION]: folder.uid } : {}),
  };
  const { spec, lost } = isV2
    ? dashboardV2(dashboard)
    : { spec: renameMetaKey(json, META_KEY, metaKey), lost: [] };
  return {
    resource: {
      apiVersion: `dashboard.grafana.app/${apiVersion}`,
      kind: 'Dashboard',
      metadata: {
        name: uidOf(dashboard),
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      },
      spec,
    },
    notes: isV2 ? panelNotes(dashboard, elementName) : undefined,
    lost,
  };
}

/** The uid of a dashboard, which is its name in every form. */
export function uidOf({ slug, json: { uid = slug } }: FinishedDashboard): string {
  return uid;
}

/** The metadata of a dashboard's panels, by the names that a form gives them. */
export function panelNotes(
  { json }: FinishedDashboard,
  nameOf: (id: number) => string,
): PanelNotes {
  const panels = [...panelsById(json.panels).values()];
  const isRow = ({ type }: { readonly type: string }) => type === 'row';
  return {
    panels: Object.fromEntries(
      panels
        .filter((panel) => !isRow(panel))
        .map((panel) => [nameOf(panel.id ?? 0), panel[META_KEY]]),
    ),
    rows: panels
      .filter(isRow)
      .map((row) => ({ title: row.title ?? '', id: row.id ?? 0, meta: row[META_KEY] })),
  };
}

/** Writes a folder as a resource; without `inside`, it is in the folder of the directory around it. */
export function folderResource(folder: Folder, inside: Folder | undefined): GrafanaResource {
  const annotations = inside ? { annotations: { [FOLDER_ANNOTATION]: inside.uid } } : {};
  return {
    apiVersion: 'folder.grafana.app/v1',
    kind: 'Folder',
    metadata: { name: folder.uid, ...annotations },
    spec: { title: folder.title },
  };
}

/** The files of a dashboard: the form, and the metadata of panels beside it. */
export function withNotes(
  slug: string,
  { path, text }: { readonly path: string; readonly text: string },
  notes: PanelNotes | undefined,
): ExportedFile[] {
  if (!notes) return [{ path, text, slug }];
  const beside = `${path.replace(/\.[a-z]+$/, '')}${NOTES_EXTENSION}`;
  return [
    { path, text, slug, notes: beside },
    { path: beside, text: panelNotesText(notes) },
  ];
}

/** The file of a resource as JSON. */
export function resourceFile(path: string, resource: object) {
  return { path, text: stableJson(resource) };
}
