import { addAll, hasErrors, type Problem } from '@g6/problems';
import type { Found, ImportWorkspace, WriteOptions, WrittenFile } from './import-options';
import {
  type ImportAdditions,
  type ImportWriting,
  refusedImport,
  writeImport,
} from './write-import';

/**
 * Writes what was found in several places, one after the other, so that what the first says is known
 * to those that follow. With an error anywhere there are no texts at all.
 */
export function writeImports(
  finds: readonly Found[],
  workspace: ImportWorkspace,
  options: WriteOptions = {},
): ImportWriting {
  const problems: Problem[] = [];
  let sofar: ImportWriting = refusedImport([]);
  let around = workspace;
  for (const found of finds) {
    const next = writeImport(found, around, options);
    addAll(problems, next.problems);
    if (hasErrors(next.problems)) return refusedImport(problems);
    sofar = join(sofar, next, found);
    around = afterWriting(around, next.files);
  }
  return { ...sofar, problems };
}

/** The outcome of two imports, the second of which went into what the first had written. */
function join(first: ImportWriting, second: ImportWriting, found: Found): ImportWriting {
  const added = new Set(first.added.metrics);
  const again = new Set(found.metrics.map(({ name }) => name).filter((name) => added.has(name)));
  return {
    files: joinFiles(first.files, second.files),
    problems: [],
    added: joinAdditions(first.added, second.added),
    // Only what was known before the first of them is known already.
    known: first.known + second.known - again.size,
    panels: first.panels + second.panels,
    patched: first.patched + second.patched,
  };
}

function joinFiles(
  first: readonly WrittenFile[],
  second: readonly WrittenFile[],
): readonly WrittenFile[] {
  const files = new Map(first.map((file) => [file.path, file]));
  for (const file of second) {
    const earlier = files.get(file.path);
    files.set(file.path, earlier ? { ...file, before: earlier.before } : file);
  }
  return [...files.values()];
}

function joinAdditions(first: ImportAdditions, second: ImportAdditions): ImportAdditions {
  const both = (key: keyof ImportAdditions) => [...new Set([...first[key], ...second[key]])];
  return {
    families: both('families'),
    metrics: both('metrics'),
    recordingRules: both('recordingRules'),
    alerts: both('alerts'),
    plans: both('plans'),
  };
}

/** A workspace with the texts of an import in it. */
function afterWriting(
  { spec, plans, target }: ImportWorkspace,
  files: readonly WrittenFile[],
): ImportWorkspace {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const renewed = <File extends { readonly path: string; readonly text: string }>(
    list: readonly File[],
  ): File[] => list.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  const known = new Set([...spec, ...plans].map(({ path }) => path));
  const fresh = files.filter(({ path }) => !known.has(path));
  const isPlan = ({ path }: WrittenFile) => path.endsWith('/plan.yaml');
  return {
    spec: [
      ...renewed(spec),
      ...fresh
        .filter((file) => !isPlan(file))
        .map(({ path, text }) => ({ path, relativePath: path, text })),
    ],
    plans: [
      ...renewed(plans),
      ...fresh.filter(isPlan).map(({ path, text }) => ({
        ...{ path, text, form: 'single' as const },
        folder: path.split('/').at(-2) ?? '',
      })),
    ],
    target,
  };
}
