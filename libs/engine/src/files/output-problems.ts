import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { placelessProblem, type Problem } from '@g6/problems';
import {
  fileMisplacement,
  folderMisplacement,
  type InputPlace,
  outsideMisplacement,
  PLACEMENT_HINT,
} from '@g6/settings';
import type { RunRequest } from '../run/run-request';

/** What a run writes to. */
export interface Outputs {
  readonly folders?: readonly string[];
  /** Reports. */
  readonly files?: readonly string[];
}

/**
 * Finds outputs in the way of the plans and the spec; with a workspace, also those outside of it.
 * Links are followed, so that they hide no place.
 */
export function outputProblems(
  { folders = [], files = [] }: Outputs,
  inputs: Pick<RunRequest, 'spec' | 'plans'>,
  workspace?: string,
): Problem[] {
  const here = realPath('.');
  const places = placesOf(inputs);
  const escape = (path: string) =>
    workspace === undefined ? undefined : outsideMisplacement(realPath(path), realPath(workspace));
  return [
    ...folders.map((path) => ({
      path,
      reason: folderMisplacement(realPath(path), places, here) ?? escape(path),
    })),
    ...files.map((path) => ({
      path,
      reason: fileMisplacement(realPath(path), places, here) ?? escape(path),
    })),
  ].flatMap(({ path, reason }) =>
    reason === undefined
      ? []
      : [placelessProblem(path, 'output-misplaced', refusal(reason), PLACEMENT_HINT)],
  );
}

function refusal(reason: string): string {
  return `nothing may be written here: it ${reason}`;
}

function placesOf({ spec: { spec }, plans }: Pick<RunRequest, 'spec' | 'plans'>): InputPlace[] {
  return [
    { name: 'plans', ...placeOfPlans(plans) },
    { name: 'spec', path: realPath(spec), shown: spec, isFile: isFile(spec) },
  ];
}

function placeOfPlans(plans: RunRequest['plans']): Omit<InputPlace, 'name'> {
  if ('file' in plans) return { path: realPath(plans.file), shown: plans.file, isFile: true };
  // A single plan lies in a folder of its own in that of all plans.
  const folder = 'folder' in plans ? plans.folder : dirname(dirname(plans.single));
  return { path: realPath(folder), shown: folder, isFile: false };
}

/** The absolute path without links; of a path that is not there yet, as far as it is there. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const above = dirname(absolute);
    return above === absolute ? absolute : join(realPath(above), basename(absolute));
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return /\.ya?ml$/.test(path);
  }
}
