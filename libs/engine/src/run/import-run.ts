import {
  type ImportWorkspace,
  type ImportWriting,
  refusedImport,
  writeImport,
  writeImports,
  type Found,
  type WriteOptions,
} from '@g6/import';
import { addAll, hasErrors, placelessProblem, type Problem } from '@g6/problems';
import { kindOfPath, readPlanFolder, readSpecFiles } from '../files/read-inputs';
import { STANDARD_INPUT } from '../files/read-text';
import { writeTexts } from '../files/write-texts';
import { gatherImport, type ImportSources, isEmpty } from './gather-import';
import { sortSources } from './sort-sources';

/** What to import, and how it is to be written. */
export interface ImportIntoRequest extends ImportSources, WriteOptions {}

/** What to import, and where to. */
export interface ImportRequest extends ImportIntoRequest {
  /** The spec, a YAML file or a folder of them; made if missing. */
  readonly spec: string;
  /** The folder of plans, made if missing; undefined if no plan is wanted. */
  readonly plans?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/** The outcome of an import: the files that were written, or would be, and what is in them. */
export type ImportReport = ImportWriting;

/** Imports into a spec and plans; nothing is written while there is an error. */
export async function importRun(request: ImportRequest): Promise<ImportReport> {
  const around = readImportWorkspace(request.spec, request.plans);
  const writing = await importInto(request, around.workspace, around.problems);
  const faults = request.dryRun === true ? [] : writeTexts(writing.files);
  return { ...writing, problems: [...writing.problems, ...faults] };
}

/** Imports into texts that a caller has, and that it writes; `before` are the problems of those. */
export async function importInto(
  request: ImportIntoRequest,
  workspace: ImportWorkspace,
  before: readonly Problem[] = [],
): Promise<ImportReport> {
  const { found, problems } = await gatherImport(request);
  const all = [...problems, ...before];
  return hasErrors(all)
    ? refusedImport(all)
    : withProblems(all, writeImport(found, workspace, request));
}

/** Sources whose forms are to be found out. */
export type ImportAnyRequest = Pick<ImportIntoRequest, 'sources' | 'fetch' | 'now'>;

/** Imports sources of any form, as `importInto` does; the forms follow from what they hold. */
export async function importAny(
  request: ImportAnyRequest,
  workspace: ImportWorkspace,
  before: readonly Problem[] = [],
): Promise<ImportReport> {
  const { groups, problems } = await sortSources(request.sources, request.fetch);
  const all = [...before, ...problems];
  const finds: Found[] = [];
  for (const group of groups) {
    const gathered = await gatherImport({ ...request, ...group });
    finds.push(gathered.found);
    addAll(all, gathered.problems);
  }
  const told = finds.every(isEmpty) ? all : all.map(unlessNothing);
  return hasErrors(told) ? refusedImport(told) : withProblems(told, writeImports(finds, workspace));
}

/** If some sources hold something, that others hold nothing is worth a warning. */
function unlessNothing(problem: Problem): Problem {
  return problem.code === 'import-empty' ? { ...problem, severity: 'warning' } : problem;
}

function withProblems(before: readonly Problem[], writing: ImportWriting): ImportReport {
  const all = [...before, ...writing.problems];
  return hasErrors(all) ? refusedImport(all) : { ...writing, problems: all };
}

/** Reads the spec and the plans that an import goes into; what is missing is made. */
export function readImportWorkspace(
  spec: string,
  plans: string | undefined,
): { readonly workspace: ImportWorkspace; readonly problems: readonly Problem[] } {
  if (spec === STANDARD_INPUT) return { workspace: NOWHERE, problems: [unwritableSpec()] };
  const specKind = kindOfPath(spec);
  const isFolder = specKind === 'folder' || (specKind === 'nothing' && !/\.ya?ml$/.test(spec));
  const nothing = { files: [], problems: [] };
  const specFiles = specKind === 'nothing' ? nothing : unlessEmpty(readSpecFiles(spec));
  const planFiles =
    plans === undefined || kindOfPath(plans) === 'nothing'
      ? nothing
      : unlessEmpty(readPlanFolder(plans));
  return {
    workspace: {
      spec: specFiles.files,
      plans: planFiles.files,
      target: { spec: { path: spec, isFolder }, plans },
    },
    problems: [...specFiles.problems, ...planFiles.problems],
  };
}

const NOWHERE: ImportWorkspace = {
  spec: [],
  plans: [],
  target: { spec: { path: STANDARD_INPUT, isFolder: false }, plans: undefined },
};

function unwritableSpec(): Problem {
  const message = 'standard input cannot be written';
  const hint = 'name a file or a folder for the spec; it is made if missing';
  return placelessProblem('--spec', 'option-value', message, hint);
}

/** A folder that is still empty is no problem for whoever fills it. */
function unlessEmpty<File>(reading: {
  readonly files: readonly File[];
  readonly problems: readonly Problem[];
}) {
  const problems = reading.problems.filter(({ code }) => code !== 'file-missing');
  return { files: reading.files, problems };
}
