import { count, placelessProblem, type Problem } from '@g6/problems';
import type { Exported, ExportContent, FormContext } from '../export-content';
import type { Folders } from '../folders';
import { lostProblems } from '../lost';
import {
  dashboardResource,
  folderResource,
  resourceFile,
  uidOf,
  withNotes,
} from './grafana-resource';

/** https://grafana.com/docs/grafana/latest/as-code/observability-as-code/git-sync/usage-limits/ */
const DEEPEST_FOLDER = 4;
const MOST_RESOURCES = 1000;

/** Writes a directory for each folder, which Grafana reads from a git repository. */
export function writeGitSync(
  { dashboards }: ExportContent,
  { settings: { apiVersion = 'v1' }, metaKey }: FormContext,
  folders: Folders,
): Exported {
  const written = dashboards.map((dashboard) => {
    // No annotation: the directory is the folder.
    const options = { metaKey, folder: undefined };
    const { resource, notes, lost } = dashboardResource(dashboard, apiVersion, options);
    const directory = folders.of(dashboard)?.directory;
    const name = `${uidOf(dashboard)}.json`;
    const path = directory === undefined ? name : `${directory}/${name}`;
    return {
      files: withNotes(dashboard.slug, resourceFile(path, resource), notes),
      problems: lostProblems(dashboard.slug, 'version 2', lost),
    };
  });
  const inFolders = folders.all.map((folder) =>
    resourceFile(`${folder.directory}/_folder.json`, folderResource(folder, undefined)),
  );
  return {
    files: [...inFolders, ...written.flatMap(({ files }) => files)],
    problems: [
      ...limitProblems(folders, dashboards.length),
      ...written.flatMap(({ problems }) => problems),
    ],
  };
}

function limitProblems({ all }: Folders, dashboards: number): Problem[] {
  const deep = all
    .filter(({ titles }) => titles.length > DEEPEST_FOLDER)
    .map(({ titles }) => {
      const message = `Git Sync takes folders at most ${DEEPEST_FOLDER} levels deep, and this one has ${titles.length}`;
      return limitProblem(titles.join('/'), message, 'move it further up');
    });
  const resources = dashboards + all.length;
  if (resources <= MOST_RESOURCES) return deep;
  const message = `Git Sync takes at most ${MOST_RESOURCES} resources from a connection, and these are ${count(resources, 'resource')}`;
  return [...deep, limitProblem('git-sync', message, 'export parts of them with --only')];
}

function limitProblem(where: string, message: string, hint: string): Problem {
  return { ...placelessProblem(where, 'export-limit', message, hint), severity: 'warning' };
}
