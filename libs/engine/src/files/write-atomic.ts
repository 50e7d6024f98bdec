import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** How a file is written. */
interface AtomicWrite {
  /** The permissions of the file; undefined for those that the system gives new files. */
  readonly mode?: number | undefined;
  /** Whether the text is on the disk before the file has it, so that not even a power cut loses both texts. */
  readonly durable: boolean;
}

/**
 * Writes a file so that whoever looks at it, even after the process crashed, finds the old text or the
 * new one.
 *
 * The text goes to a name that nobody else uses: two runs at once never share a temporary file, not
 * even from two containers whose processes have the same id. That file is opened exclusively and
 * the rename replaces the name itself, so a symbolic link in either place is never written through.
 * A process that is killed may leave a `.<name>.….tmp` behind, which nothing reads.
 */
export function writeAtomic(path: string, text: string, how: AtomicWrite): void {
  stageFile(path, text, how).commit();
}

/** A text beside the file that it is for; it becomes the file's, or is thrown away. */
export interface StagedFile {
  readonly commit: () => void;
  readonly discard: () => void;
}

/** Does all of `writeAtomic` but the rename, which hardly anything can keep from happening. */
export function stageFile(path: string, text: string, { mode, durable }: AtomicWrite): StagedFile {
  const suffix = randomBytes(8).toString('hex');
  const temporary = join(dirname(path), `.${basename(path)}.${suffix}.tmp`);
  const discard = (): void => {
    rmSync(temporary, { force: true });
  };
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      discard();
      // The system tells the temporary name, or none; the reader knows only the file's own.
      throw Object.assign(error as NodeJS.ErrnoException, { path });
    }
  };
  attempt(() => {
    // Without a flush before the rename, a power cut can leave the new name without the new text.
    writeFileSync(temporary, text, { flag: 'wx', flush: durable });
    if (mode !== undefined) chmodSync(temporary, mode);
  });
  const commit = (): void => {
    attempt(() => {
      renameSync(temporary, path);
    });
  };
  return { commit, discard };
}
