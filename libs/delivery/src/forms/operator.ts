import { classicJson } from '@g6/dashboard-files';
import type { FinishedDashboard } from '@g6/generation';
import { sortKeys } from '@g6/generation';
import type { Exported, ExportContent, FormContext } from '../export-content';
import type { ExportSettings } from '../export-options';
import type { Folder, Folders } from '../folders';
import { kubernetesName, nameCollisions } from '../kubernetes-names';
import { lostProblems } from '../lost';
import { yamlText } from '../yaml-text';
import { dashboardResource, uidOf, withNotes } from './grafana-resource';
import { kubernetesMetadata } from './kubernetes';

const API_VERSION = 'grafana.integreatly.org/v1beta1';
const DEFAULT_SELECTOR = { dashboards: 'grafana' };
const DEFAULT_RESYNC = '10m0s';

/** Writes resources for the operator of Grafana: folders, and dashboards that refer to them. */
export function writeOperator(
  { dashboards }: ExportContent,
  context: FormContext,
  folders: Folders,
): Exported {
  const { settings } = context;
  const written = dashboards.map((dashboard) =>
    settings.apiVersion === 'v2'
      ? writeManifest(dashboard, context, folders.of(dashboard))
      : writeDashboard(dashboard, context, folders.of(dashboard)),
  );
  return {
    files: [
      ...folders.all.map((folder) => writeFolder(folder, settings)),
      ...written.flatMap(({ files }) => files),
    ],
    problems: [
      ...nameCollisions(dashboards, kubernetesName, 'Kubernetes'),
      ...written.flatMap(({ problems }) => problems),
    ],
  };
}

function shared({ instanceSelector = DEFAULT_SELECTOR, resyncPeriod }: ExportSettings) {
  return {
    instanceSelector: { matchLabels: instanceSelector },
    resyncPeriod: resyncPeriod ?? DEFAULT_RESYNC,
  };
}

function writeFolder(folder: Folder, settings: ExportSettings) {
  const name = kubernetesName(folder.uid);
  const { uid, title, parent } = folder;
  const resource = {
    apiVersion: API_VERSION,
    kind: 'GrafanaFolder',
    metadata: kubernetesMetadata(name, settings),
    spec: {
      ...shared(settings),
      ...{ uid, title },
      ...(parent ? { parentFolderRef: kubernetesName(parent.uid) } : {}),
    },
  };
  return { path: `folder-${name}.yaml`, text: yamlText(resource) };
}

function writeDashboard(
  dashboard: FinishedDashboard,
  { settings, metaKey }: FormContext,
  folder: Folder | undefined,
): Exported {
  const uid = uidOf(dashboard);
  const resource = {
    apiVersion: API_VERSION,
    kind: 'GrafanaDashboard',
    metadata: kubernetesMetadata(kubernetesName(uid), settings),
    spec: {
      ...shared(settings),
      ...{ uid },
      ...(folder ? { folderRef: kubernetesName(folder.uid) } : {}),
      json: classicJson(dashboard.json, metaKey),
    },
  };
  const file = { path: `${kubernetesName(uid)}.yaml`, text: yamlText(resource) };
  return { files: withNotes(dashboard.slug, file, undefined), problems: [] };
}

/** Version 2 reaches Grafana through the operator as it is, inside a manifest. */
function writeManifest(
  dashboard: FinishedDashboard,
  { settings, metaKey }: FormContext,
  folder: Folder | undefined,
): Exported {
  const {
    resource: template,
    notes,
    lost,
  } = dashboardResource(dashboard, 'v2', { metaKey, folder });
  const name = kubernetesName(uidOf(dashboard));
  const resource = {
    apiVersion: API_VERSION,
    kind: 'GrafanaManifest',
    metadata: kubernetesMetadata(name, settings),
    spec: { ...shared(settings), template: sortKeys(template) },
  };
  return {
    files: withNotes(dashboard.slug, { path: `${name}.yaml`, text: yamlText(resource) }, notes),
    problems: lostProblems(dashboard.slug, 'version 2', lost),
  };
}
