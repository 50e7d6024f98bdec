import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that whoever looks at it, even after a crash, finds the old text or the new one.
 *
 * The text goes to a name that nobody else uses: two runs at once never share a temporary file, not
 * even from two containers whose processes have the same id. That file is opened exclusively and
 * the rename replaces the name itself, so a symbolic link in either place is never written through.
 * The file gets `mode`, or else what the system gives new files.
 * A process that is killed may leave a `.<name>.….tmp` behind, which nothing reads.
 */
export function writeAtomic(path: string, text: string, mode?: number): void {
  const suffix = randomBytes(8).toString('hex');
  const temporary = join(dirname(path), `.${basename(path)}.${suffix}.tmp`);
  try {
    // Flushed before the rename, or a power cut could leave the new name without the new text.
    writeFileSync(temporary, text, { flag: 'wx', flush: true });
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    // The system tells the temporary name, or none; the reader knows only the file's own.
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  }
}
