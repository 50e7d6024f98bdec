import { type Dirent, existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  DEFAULT_EFFICIENCY,
  inByteOrder,
  type PlanFile,
  type SpecFile,
  specFileNames,
} from '@g6/model';
import { addAll, placelessProblem, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { readText, reasonOf, STANDARD_INPUT } from './read-text';

/** Files that could be read, and problems for those that could not. */
export interface FilesReading<File> {
  readonly files: readonly File[];
  readonly problems: readonly Problem[];
}

const PLAN_FILE = 'plan.yaml';
/** Files that look like a plan, and would be passed over without a word. */
const LOOKS_LIKE_PLAN = /^plan\.(ya?ml|json)$/i;
/** How deep below the folder of plans they are looked for. */
const DEEPEST_PLAN = 4;

/** Reads a spec: a file, or the YAML files of a folder in byte order of their names. */
export function readSpecFiles(path: string): FilesReading<SpecFile> {
  if (!isFolder(path)) {
    const hint = 'the setting "spec", or --spec, names a file or a folder; init writes a first one';
    return ifMissing(
      path,
      hint,
      readAll([path], (text) => ({ path, text })),
    );
  }
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

/** Reads the plans of a folder, one in each folder below it; a plan anywhere else is a problem. */
export function readPlanFolder(path: string): FilesReading<PlanFile> {
  if (isFile(path)) {
    const message = 'is a file; --plans takes a folder of plans';
    const hint = `for one file of plans, write --plan ${path}`;
    return { files: [], problems: [placelessProblem(path, 'file-unreadable', message, hint)] };
  }
  const listing = listFolder(path);
  if (listing.problems.length > 0) {
    const reading = { files: [], problems: listing.problems };
    return ifMissing(path, 'the setting "plans", or --plans, names the folder', reading);
  }
  const found = findPlans(path, listing.names);
  const problems = [
    ...found.misplaced.map((file) => misplacedPlan(file, path)),
    ...found.linked.map(linkedPlan),
  ];
  if (found.plans.length === 0 && problems.length === 0) {
    const message = `the folder has no <slug>/${PLAN_FILE}`;
    return { files: [], problems: [placelessProblem(path, 'file-missing', message)] };
  }
  const reading = readAll(found.plans, singlePlan);
  return { files: reading.files, problems: [...reading.problems, ...problems] };
}

/** Adds what to do to the problem of a path at which there is nothing. */
function ifMissing<File>(path: string, hint: string, reading: FilesReading<File>) {
  if (path === STANDARD_INPUT || existsSync(path)) return reading;
  return { ...reading, problems: reading.problems.map((problem) => ({ ...problem, hint })) };
}

/** How many files and folders a folder has; 0 for one that cannot be read. */
export function countEntries(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

/** Reads a file of plans that stands by itself: a list, or a single one. */
export function readPlanFile(path: string): FilesReading<PlanFile> {
  if (isFolder(path)) {
    const message = 'is a folder; --plan takes one file of plans';
    const hint = `for a folder with a ${PLAN_FILE} for each dashboard, write --plans ${path}`;
    return { files: [], problems: [placelessProblem(path, 'file-unreadable', message, hint)] };
  }
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
  const path = asked ?? efficiencyPlaces(specPath).find((place) => existsSync(place));
  if (path === undefined) return { files: [DEFAULT_EFFICIENCY], problems: [] };
  return readAll([path], (text) => ({ path, text }));
}

/** Where the efficiency catalogue of a spec can be, whether it is there or not. */
export function efficiencyPlaces(specPath: string): string[] {
  if (specPath === STANDARD_INPUT) return [];
  const folder = isFolder(specPath) ? specPath : dirname(specPath);
  return ['efficiency.yml', 'efficiency.yaml'].map((name) => join(folder, name));
}

interface FoundPlans {
  readonly plans: readonly string[];
  /** Files that are plans by their names, in places or under names where no plan is read. */
  readonly misplaced: readonly string[];
  /** Symbolic links to plans or to their folders. */
  readonly linked: readonly string[];
}

function findPlans(folder: string, names: readonly string[]): FoundPlans {
  const plans: string[] = [];
  const misplaced = names.filter((name) => LOOKS_LIKE_PLAN.test(name)).map((n) => join(folder, n));
  const linked: string[] = [];
  for (const name of names) {
    const below = join(folder, name);
    if (isLink(below) && isFolder(below)) {
      linked.push(below);
      continue;
    }
    for (const entry of entriesOf(below)) {
      const path = join(below, entry.name);
      if (entry.name === PLAN_FILE && entry.isSymbolicLink()) linked.push(path);
      else if (entry.name === PLAN_FILE) plans.push(path);
      else if (entry.isDirectory()) addAll(misplaced, plansBelow(path, 2));
      else if (LOOKS_LIKE_PLAN.test(entry.name)) misplaced.push(path);
    }
  }
  return { plans, misplaced, linked };
}

function plansBelow(folder: string, depth: number): string[] {
  if (depth > DEEPEST_PLAN) return [];
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return plansBelow(path, depth + 1);
    return LOOKS_LIKE_PLAN.test(entry.name) ? [path] : [];
  });
}

/** The entries of a folder in byte order; none if it is a file or cannot be read. */
function entriesOf(path: string): Dirent[] {
  try {
    const entries = new Map(
      readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, entry]),
    );
    return inByteOrder([...entries.keys()]).flatMap((name) => entries.get(name) ?? []);
  } catch {
    return [];
  }
}

function misplacedPlan(file: string, folder: string): Problem {
  const message = `is not read: a plan is <slug>/${PLAN_FILE}, directly below ${folder}`;
  const hint = 'rename or move it, or give it another name if it is not a plan';
  return placelessProblem(file, 'plan-misplaced', message, hint);
}

/** Nx does not see what is behind a link: it would pass what the command line finds faulty. */
function linkedPlan(file: string): Problem {
  const message =
    'is a symbolic link, and Nx does not follow links; plans are not read through them';
  return placelessProblem(file, 'plan-misplaced', message, 'put the plan itself here');
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function singlePlan(text: string, path: string): PlanFile {
  return { path, text, form: 'single', folder: basename(dirname(path)) };
}

/** Whether there is a file, a folder or nothing at a path. */
export function kindOfPath(path: string): 'file' | 'folder' | 'nothing' {
  const kind = kindOf(path);
  if (!kind) return 'nothing';
  return kind.isDirectory() ? 'folder' : 'file';
}

/** The names in a folder, in byte order; none if it cannot be read. */
export function fileNamesIn(path: string): readonly string[] {
  return listFolder(path).names;
}

/** A path that cannot be looked at is neither; reading it will say why. */
function isFolder(path: string): boolean {
  return kindOf(path)?.isDirectory() === true;
}

function isFile(path: string): boolean {
  return kindOf(path)?.isFile() === true;
}

function kindOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
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

/** Git may check out CRLF on Windows; what is read, and hashed, is the same everywhere. */
export function withUnixLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
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
    else files.push(build(withUnixLines(reading.text), path));
  }
  return { files, problems };
}
