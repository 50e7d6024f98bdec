import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inByteOrder } from '@g6/model';
import { addAll, placelessProblem, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { type FetchAccess, fetchText, LARGEST_IMPORT } from './fetch-text';
import type { FilesReading } from './read-inputs';
import { readInput, reasonOf, STANDARD_INPUT } from './read-text';
import { isUrl, shownUrl } from './shown-url';

/** What a source of an import may be. */
export interface SourceKind {
  /** Sent with requests. */
  readonly accept: string;
  /** Which files of a folder are read. */
  readonly files: RegExp;
}

const DEEPEST = 12;

/** Reads the sources of an import: files, folders of them, addresses, and `-` for standard input. */
export async function readSources(
  sources: readonly string[],
  kind: SourceKind,
  access: FetchAccess,
): Promise<FilesReading<SourceFile>> {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const found = isUrl(source)
      ? [await readAddress(source, kind.accept, access)]
      : readLocal(source, kind.files);
    for (const { file, problem } of found) {
      if (problem) problems.push(problem);
      else if (file) files.push(file);
    }
  }
  return { files, problems };
}

/** The text of a source, or the problem that kept it from being read. */
export interface SourceReading {
  readonly file?: SourceFile;
  readonly problem?: Problem;
}

async function readAddress(
  address: string,
  accept: string,
  access: FetchAccess,
): Promise<SourceReading> {
  const { text, problem } = await fetchText(address, accept, access);
  return problem ? { problem } : { file: { path: shownUrl(address), text } };
}

function readLocal(source: string, names: RegExp): SourceReading[] {
  if (source === '-') return [readSourceFile(STANDARD_INPUT, 'standard input')];
  if (statSync(source, { throwIfNoEntry: false })?.isDirectory() !== true)
    return [readSourceFile(source, source)];
  const paths = filesBelow(source, names);
  if (paths.length > 0) return paths.map((path) => readSourceFile(path, path));
  const message = `the folder has no file whose name ends in ${endingsOf(names)}`;
  return [{ problem: placelessProblem(source, 'file-missing', message) }];
}

/** The endings that a pattern of names asks for, as people write them. */
function endingsOf({ source }: RegExp): string {
  const [, endings = ''] = /\(\?:([^)]*)\)/.exec(source) ?? [];
  return endings.replace('ya?ml', 'yml|yaml').replace(/^|\|/g, (sign) => (sign ? ', .' : '.'));
}

/** Files below a folder whose names match, in byte order; hidden ones are left out. */
export function filesBelow(folder: string, names: RegExp, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return inByteOrder([...byName.keys()]).flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith('.')) return [];
    if (byName.get(name)?.isDirectory() === true) return filesBelow(path, names, depth + 1);
    return names.test(name) ? [path] : [];
  });
}

/** Reads a file or standard input; `shown` is its name in problems. */
export function readSourceFile(path: string, shown: string): SourceReading {
  try {
    const bytes = readInput(path, LARGEST_IMPORT);
    if (typeof bytes !== 'string') return textOf(shown, bytes);
    const isLarge = bytes === 'too large';
    const message = isLarge
      ? 'the file has more than 64 MiB, the most that is read'
      : 'cannot be read: it is not a file';
    return {
      problem: placelessProblem(shown, isLarge ? 'file-too-large' : 'file-unreadable', message),
    };
  } catch (error) {
    const message = `cannot be read: ${reasonOf(error)}`;
    return { problem: placelessProblem(shown, 'file-unreadable', message, addressHint(shown)) };
  }
}

/** Somebody who leaves out `http://` means an address all the same. */
function addressHint(source: string): string | undefined {
  return /^(?:localhost|[\w-]+(?:\.[\w-]+)*:\d+)(?:\/|$)/.test(source)
    ? `if it is an address, write http://${source}`
    : undefined;
}

function textOf(path: string, bytes: Buffer): SourceReading {
  const problem = (message: string, hint: string) => ({
    problem: placelessProblem(path, 'file-unreadable', message, hint),
  });
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return problem('the file is compressed', 'unpack it first, for example with gunzip');
  }
  if (!bytes.includes(0)) return { file: { path, text: bytes.toString('utf8') } };
  return problem('the file has NUL bytes, as binary files and UTF-16 do', 'save it as UTF-8 text');
}

/** Joins the problems of several readings. */
export function problemsOf(...readings: readonly { problems: readonly Problem[] }[]): Problem[] {
  const all: Problem[] = [];
  addAll(all, ...readings.map(({ problems }) => problems));
  return all;
}
