import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  DEFAULT_EFFICIENCY,
  inByteOrder,
  type PlanFile,
  type SpecFile,
  specFileNames,
} from '@g6/model';
import { placelessProblem, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { readText, reasonOf } from './read-text';

/** Files that could be read, and problems for those that could not. */
export interface FilesReading<File> {
  readonly files: readonly File[];
  readonly problems: readonly Problem[];
}

const PLAN_FILE = 'plan.yaml';

/** Reads a spec: a file, or the YAML files of a folder in byte order of their names. */
export function readSpecFiles(path: string): FilesReading<SpecFile> {
  if (!isFolder(path)) return readAll([path], (text) => ({ path, text }));
  const listing = listFolder(path);
  const names = specFileNames(listing.names);
  if (names.length === 0 && listing.problems.length === 0) {
    const message = 'the spec folder has no *.yml or *.yaml file';
    return { files: [], problems: [placelessProblem(path, 'file-missing', message)] };
  }
  const reading = readAll(
    names.map((name) => join(path, name)),
    (text, file) => ({ path: file, relativePath: basename(file), text }),
  );
  return { files: reading.files, problems: [...listing.problems, ...reading.problems] };
}

/** Reads the plans of a folder, one in each folder below it. */
export function readPlanFolder(path: string): FilesReading<PlanFile> {
  const listing = listFolder(path);
  if (listing.problems.length > 0) return { files: [], problems: listing.problems };
  const plans = listing.names
    .map((name) => join(path, name, PLAN_FILE))
    .filter((file) => existsSync(file));
  if (plans.length === 0) {
    const message = `the folder has no <slug>/${PLAN_FILE}`;
    return { files: [], problems: [placelessProblem(path, 'file-missing', message)] };
  }
  return readAll(plans, singlePlan);
}

/** Reads a file of plans that stands by itself: a list, or a single one. */
export function readPlanFile(path: string): FilesReading<PlanFile> {
  return readAll([path], (text) => ({ path, text }));
}

/** Reads the plan of one dashboard from its folder. */
export function readSinglePlan(path: string): FilesReading<PlanFile> {
  return readAll([path], singlePlan);
}

/**
 * Reads the efficiency catalogue: the file asked for, else the one in the folder of the spec, else
 * the one that the package brings.
 */
export function readEfficiencyFile(
  specPath: string,
  asked: string | undefined,
): FilesReading<SourceFile> {
  const path = asked ?? efficiencyBeside(specPath);
  if (path === undefined) return { files: [DEFAULT_EFFICIENCY], problems: [] };
  return readAll([path], (text) => ({ path, text }));
}

function efficiencyBeside(specPath: string): string | undefined {
  const folder = isFolder(specPath) ? specPath : dirname(specPath);
  return ['efficiency.yml', 'efficiency.yaml']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
}

function singlePlan(text: string, path: string): PlanFile {
  return { path, text, form: 'single', folder: basename(dirname(path)) };
}

/** What cannot be looked at is no folder here; reading it will say why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The names in a folder, in byte order and so the same under every locale. */
function listFolder(path: string): { names: string[]; problems: Problem[] } {
  try {
    return { names: inByteOrder(readdirSync(path)), problems: [] };
  } catch (error) {
    const message = `the folder cannot be read: ${reasonOf(error)}`;
    return { names: [], problems: [placelessProblem(path, 'file-unreadable', message)] };
  }
}

function readAll<File>(
  paths: readonly string[],
  build: (text: string, path: string) => File,
): FilesReading<File> {
  const files: File[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const reading = readText(path);
    if (reading.problem) problems.push(reading.problem);
    else files.push(build(reading.text, path));
  }
  return { files, problems };
}
