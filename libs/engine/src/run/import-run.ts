import {
  type ImportWorkspace,
  type ImportWriting,
  refusedImport,
  writeImport,
  type WriteOptions,
} from '@g6/import';
import { hasErrors, type Problem } from '@g6/problems';
import { kindOfPath, readPlanFolder, readSpecFiles } from '../files/read-inputs';
import { writeTexts } from '../files/write-texts';
import { gatherImport, type ImportSources } from './gather-import';

/** What to import, and where to. */
export interface ImportRequest extends ImportSources, WriteOptions {
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
  const { found, problems } = await gatherImport(request);
  const around = readImportWorkspace(request.spec, request.plans);
  const before = [...problems, ...around.problems];
  if (hasErrors(before)) return refusedImport(before);
  const writing = writeImport(found, around.workspace, request);
  const all = [...before, ...writing.problems];
  if (hasErrors(all)) return refusedImport(all);
  const faults = request.dryRun === true ? [] : writeTexts(writing.files);
  return { ...writing, problems: [...all, ...faults] };
}

/** Reads the spec and the plans that an import goes into; what is missing is made. */
export function readImportWorkspace(
  spec: string,
  plans: string | undefined,
): { readonly workspace: ImportWorkspace; readonly problems: readonly Problem[] } {
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

/** A folder that is still empty is no problem for whoever fills it. */
function unlessEmpty<File>(reading: {
  readonly files: readonly File[];
  readonly problems: readonly Problem[];
}) {
  const problems = reading.problems.filter(({ code }) => code !== 'file-missing');
  return { files: reading.files, problems };
}
