import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type AllSettings, completeSettings, type RawConfig } from './config';
import { settingsWith, type SettingWith } from './settings';

/** A setting that names a folder to write to. */
type OutputKey = SettingWith<{ becomes: 'output' }>;

/** What people write, and a run must not write into; the path is from the folder of the workspace. */
export interface InputPlace {
  readonly name: 'plans' | 'spec';
  readonly path: string;
  /** The path as people wrote it; default `path`. */
  readonly shown?: string;
  /** Whether it is one file, and not a folder of files. */
  readonly isFile: boolean;
}

/** An output that lies where nothing may be written. */
export interface Misplacement {
  readonly key: OutputKey;
  readonly path: string;
  /** The end of the sentence that begins with the path. */
  readonly reason: string;
}

/** What to do about a misplaced output. */
export const PLACEMENT_HINT =
  'generated files need a folder of their own in the workspace, such as dashboards/generated';

/** Stands for the folder of a workspace whose paths are all relative. */
const SOME_FOLDER = resolve('/workspace');

/** Finds outputs outside the workspace, or in the way of its plans and its spec. */
export function misplacedOutputs(
  written: RawConfig,
  inputs: readonly InputPlace[] = inputPlaces(written),
  workspace: string = SOME_FOLDER,
): Misplacement[] {
  const settings: AllSettings = completeSettings(written);
  return settingsWith('becomes', 'output').flatMap((key) => {
    const path = settings[key];
    const reason =
      folderMisplacement(path, inputs, workspace) ?? outsideMisplacement(path, workspace);
    return reason === undefined ? [] : [{ key, path, reason }];
  });
}

/** The plans and the spec of a configuration, by their names alone. */
export function inputPlaces(written: RawConfig): InputPlace[] {
  const { plans, spec } = completeSettings(written);
  return [
    { name: 'plans', path: plans, isFile: false },
    { name: 'spec', path: spec, isFile: /\.ya?ml$/.test(spec) },
  ];
}

/** Why a folder must not be written to, for the plans or the spec; undefined if it may be. */
export function folderMisplacement(
  folder: string,
  inputs: readonly InputPlace[],
  workspace: string,
): string | undefined {
  const at = resolve(workspace, folder);
  for (const input of inputs) {
    const found = misplacement(at, input, workspace);
    if (found !== undefined) return found;
    if (at !== folderOf(input, workspace) && isWithin(folderOf(input, workspace), at)) {
      return `contains the ${input.name} (${input.shown ?? input.path})`;
    }
  }
  return undefined;
}

/** Why a report must not be written to a file, for the plans or the spec; undefined if it may be. */
export function fileMisplacement(
  file: string,
  inputs: readonly InputPlace[],
  workspace: string,
): string | undefined {
  for (const input of inputs) {
    if (input.isFile && resolve(workspace, file) === resolve(workspace, input.path)) {
      return `is the file of the ${input.name}`;
    }
    const found = misplacement(resolve(workspace, dirname(file)), input, workspace);
    if (found !== undefined) return found.replace('is the', 'is in the');
  }
  return undefined;
}

/** Why a path must not be written to in a workspace that holds all its outputs. */
export function outsideMisplacement(path: string, workspace: string): string | undefined {
  return isWithin(resolve(workspace, path), workspace) ? undefined : 'is outside the workspace';
}

/** Reading a folder takes all that lies in it; next to a single file there is room for others. */
function misplacement(at: string, input: InputPlace, workspace: string): string | undefined {
  const folder = folderOf(input, workspace);
  // At the top of a workspace everything lies next to the inputs.
  const isTop = folder === resolve(workspace);
  if (at === folder) {
    return isTop && input.isFile ? undefined : `is the folder of the ${input.name}`;
  }
  return !input.isFile && !isTop && isWithin(at, folder)
    ? `is inside the folder of the ${input.name} (${input.shown ?? input.path})`
    : undefined;
}

function folderOf({ path, isFile }: InputPlace, workspace: string): string {
  return resolve(workspace, isFile ? dirname(path) : path);
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
