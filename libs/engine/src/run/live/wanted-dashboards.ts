import { renameMetaKey } from '@g6/dashboard-files';
import { type Folder, foldersOf, settingProblems } from '@g6/delivery';
import { type FinishedDashboard, finishEveryForm, type JsonObject } from '@g6/generation';
import type { FolderPlan, WantedDashboard } from '@g6/live-grafana';
import { META_KEY } from '@g6/model';
import { placelessProblem, type Problem } from '@g6/problems';
import type { PlannedRun } from '../plan-run';
import type { LiveRequest } from './live-request';

/** The dashboards that Grafana should have, and the folders that they are in. */
export interface WantedReading {
  readonly dashboards: readonly WantedDashboard[];
  /** Outer ones before those in them. */
  readonly folders: readonly FolderPlan[];
  readonly problems: readonly Problem[];
}

/** Generates the dashboards of a planned run as Grafana should have them. */
export function wantedDashboards(run: PlannedRun, request: LiveRequest): WantedReading {
  const { options, folder, folderUid } = request;
  const { metaKey, uidPrefix } = options;
  const finished = run.dashboards.map((drafted) => finishEveryForm(drafted, run.basis, options));
  const folders = foldersOf(finished, folder, uidPrefix);
  const wanted = finished.map((dashboard): WantedDashboard => {
    const { slug, json } = dashboard;
    return {
      slug,
      uid: json.uid ?? slug,
      spec: renameMetaKey(json, META_KEY, metaKey) as JsonObject,
      folderUid: folders.of(dashboard)?.uid ?? folderUid,
    };
  });
  return {
    dashboards: wanted,
    folders: [
      ...folders.all.map(planOf),
      ...(folderUid === undefined
        ? []
        : [{ uid: folderUid, title: undefined, parentUid: undefined }]),
    ],
    problems: [...folderProblems(request), ...folders.problems, ...tooLong(finished)],
  };
}

function planOf({ uid, title, parent }: Folder): FolderPlan {
  return { uid, title, parentUid: parent?.uid };
}

function folderProblems({ folder, folderUid }: LiveRequest): Problem[] {
  const named = settingProblems({ format: 'resource', folder });
  const refuse = (message: string, hint?: string) =>
    placelessProblem('--folder-uid', 'option-value', message, hint);
  if (folderUid === undefined) return named;
  return [
    ...named,
    ...(/^[a-zA-Z0-9_-]{1,40}$/.test(folderUid)
      ? []
      : [refuse('this is no uid of Grafana', 'it has at most 40 letters, digits, "_" and "-"')]),
    ...(folder === undefined ? [] : [refuse('only one of --folder and --folder-uid goes')]),
  ];
}

/** Grafana takes uids of at most 40 characters; a long prefix may make them longer. */
function tooLong(finished: readonly FinishedDashboard[]): Problem[] {
  return finished.flatMap(({ slug, json: { uid = slug } }) => {
    if (/^[a-zA-Z0-9_-]{1,40}$/.test(uid)) return [];
    const message = `the uid "${uid}" is none that Grafana takes`;
    return [placelessProblem('uidPrefix', 'option-value', message, 'choose a shorter prefix')];
  });
}
