import type { Exported, ExportContent, FormContext } from '../export-content';
import type { ApiVersion } from '../export-options';
import type { Folder, Folders } from '../folders';
import { lostProblems } from '../lost';
import {
  dashboardResource,
  folderResource,
  resourceFile,
  uidOf,
  withNotes,
} from './grafana-resource';

/** Writes dashboards and their folders as resources of Grafana's API, for its command line and API. */
export function writeResources(
  { dashboards }: ExportContent,
  { settings, metaKey }: FormContext,
  folders: Folders,
): Exported {
  const apiVersion: ApiVersion =
    settings.format === 'resource-v2' ? 'v2' : (settings.apiVersion ?? 'v1');
  const written = dashboards.map((dashboard) => {
    const folder = folders.of(dashboard);
    const { resource, notes, lost } = dashboardResource(dashboard, apiVersion, { metaKey, folder });
    const file = resourceFile(`dashboards/${uidOf(dashboard)}.json`, resource);
    return {
      files: withNotes(dashboard.slug, file, notes),
      problems: lostProblems(dashboard.slug, 'version 2', lost),
    };
  });
  return {
    files: [...folders.all.map(folderFile), ...written.flatMap(({ files }) => files)],
    problems: written.flatMap(({ problems }) => problems),
  };
}

function folderFile(folder: Folder) {
  return resourceFile(`folders/${folder.uid}.json`, folderResource(folder, folder.parent));
}
