import { lstatSync, rmdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ExportedFile, ExportSettings } from '@g6/delivery';
import { stableJson } from '@g6/generation';
import { sha256Hex } from '@g6/model';
import { compareText, placelessProblem, type Problem } from '@g6/problems';
import { OutputFolder } from './output-folder';

/**
 * The file that says what an export wrote into a folder. No tool that reads such folders takes it for a
 * resource: it has no ending that they know, and a dot in front.
 */
export const EXPORT_RECORD = '.g6-export';

/** A file that an export wrote. */
export interface RecordedFile {
  /** First 16 hex digits of the hash of its text. */
  readonly digest: string;
  /** The slug of the dashboard in it. */
  readonly slug?: string;
  /** The path of the file with the metadata of its panels. */
  readonly notes?: string;
}

/** What an export wrote into a folder, and how it was asked to. */
export interface ExportRecord {
  readonly settings: ExportSettings;
  /** By their paths from the folder. */
  readonly files: Readonly<Record<string, RecordedFile>>;
}

/** The folder of an export; only files that an export wrote are ever overwritten or removed. */
export class ExportFolder {
  constructor(readonly path: string) {}

  /** What was written before; a problem if nobody can tell. Neither if nothing was. */
  record(): { readonly record?: ExportRecord; readonly problem?: Problem } {
    if (!this.isExport) return {};
    const text = new OutputFolder(this.path).read(EXPORT_RECORD);
    const record = text === undefined ? undefined : readRecord(text);
    if (record) return { record };
    const message =
      'this record of an export cannot be read, so that nobody knows which files are its';
    const hint = 'remove it together with the exported files, and export again';
    const path = join(this.path, EXPORT_RECORD);
    return { problem: placelessProblem(path, 'export-foreign', message, hint) };
  }

  /** Whether an export wrote into this folder. */
  get isExport(): boolean {
    return new OutputFolder(this.path).has(EXPORT_RECORD);
  }

  /** The text of a file; undefined if there is none that can be read. */
  read(path: string): string | undefined {
    return this.folderOf(path).read(posix.basename(path));
  }

  /** Finds what stands in the way of files: things that are no files, and files of other origin. */
  obstacles(files: readonly ExportedFile[], record: ExportRecord | undefined): Problem[] {
    const root = new OutputFolder(this.path).obstacles([EXPORT_RECORD]);
    if (root.length > 0) return root;
    const folders = [...new Set(files.flatMap(({ path }) => foldersAbove(path)))].sort(compareText);
    const blocked = folders.filter((folder) => this.isBlocked(folder));
    if (blocked.length > 0) {
      const message = 'is not a folder; an export makes one here';
      return blocked.map((folder) =>
        placelessProblem(join(this.path, folder), 'output-not-a-folder', message),
      );
    }
    let later: ExportRecord | undefined;
    // Another export may have begun since the record was read; it writes its record first.
    const nowRecorded = () => (later ??= this.record().record);
    return files.flatMap(({ path, text }) => {
      const found = this.folderOf(path).obstacles([posix.basename(path)]);
      if (found.length > 0) return found;
      const other = isRecordedIn(record, path) ? undefined : this.read(path);
      if (other === undefined || other === text || isRecordedIn(nowRecorded(), path)) return [];
      const message = 'this file is not one that an export wrote, and would be overwritten';
      const hint = 'choose another folder, or move it away';
      return [placelessProblem(join(this.path, path), 'export-foreign', message, hint)];
    });
  }

  /** Writes a file unless it has this text already, and says whether it did. */
  write(path: string, text: string): boolean {
    return this.folderOf(path).write(posix.basename(path), text);
  }

  /** Writes the record. */
  writeRecord(record: ExportRecord): void {
    new OutputFolder(this.path).write(EXPORT_RECORD, stableJson(record));
  }

  /** Whether a file still has the text that an export wrote. */
  isUnedited(path: string, { digest }: RecordedFile): boolean {
    const text = this.read(path);
    return text !== undefined && digestOf(text) === digest;
  }

  /** Whether anything has this path. */
  has(path: string): boolean {
    return this.folderOf(path).has(posix.basename(path));
  }

  /** Removes a file, and the folders that are empty without it. */
  remove(path: string): void {
    this.folderOf(path).remove(posix.basename(path));
    for (const folder of foldersAbove(path).reverse()) {
      try {
        rmdirSync(join(this.path, folder));
      } catch {
        return;
      }
    }
  }

  /** Removes the temporary files of runs that were killed. */
  removeLeftovers(record: ExportRecord | undefined): void {
    const folders = Object.keys(record?.files ?? {}).flatMap(foldersAbove);
    for (const folder of new Set(['.', ...folders])) {
      new OutputFolder(join(this.path, folder)).removeLeftovers();
    }
  }

  private folderOf(path: string): OutputFolder {
    return new OutputFolder(join(this.path, posix.dirname(path)));
  }

  /** Whether a folder inside is something else, a link too: nothing outside is ever written. */
  private isBlocked(folder: string): boolean {
    const found = lstatSync(join(this.path, folder), { throwIfNoEntry: false });
    return found !== undefined && !found.isDirectory();
  }
}

/** The record of files. */
export function recordOf(files: readonly ExportedFile[]): ExportRecord['files'] {
  return Object.fromEntries(
    files.map(({ path, text, slug, notes }) => [
      path,
      {
        digest: digestOf(text),
        ...(slug === undefined ? {} : { slug }),
        ...(notes === undefined ? {} : { notes }),
      },
    ]),
  );
}

function digestOf(text: string): string {
  return sha256Hex(text).slice(0, 16);
}

function isRecordedIn(record: ExportRecord | undefined, path: string): boolean {
  return record !== undefined && Object.hasOwn(record.files, path);
}

/** The folders above a path, from the outermost to the innermost. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function readRecord(text: string): ExportRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { settings, files } = (value ?? {}) as Partial<ExportRecord>;
  const whole = typeof settings === 'object' && typeof files === 'object';
  if (!whole || !Object.entries(files).every(isRecorded)) return undefined;
  return { settings, files };
}

/** Whether a file is inside the folder, whatever somebody made of the record. */
function isRecorded([path, file]: [string, unknown]): boolean {
  const { digest, notes } = (file ?? {}) as Partial<RecordedFile>;
  return typeof digest === 'string' && isInside(path) && (notes === undefined || isInside(notes));
}

function isInside(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.includes(':') &&
    path.split('/').every((name) => !['', '.', '..'].includes(name))
  );
}
