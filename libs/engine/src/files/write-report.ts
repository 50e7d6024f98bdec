import { mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { placelessProblem, type Problem } from '@g6/problems';
import { readText, reasonOf } from './read-text';
import { writeAtomic } from './write-atomic';

/**
 * Writes a report to the file that was asked for, through a temporary name; a file that has the text
 * already is left alone. A path that cannot be written is a problem.
 */
export function writeReport(path: string, text: string): Problem[] {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    // A pipe or a device is written to; a rename would put a file in its place.
    if (there && !there.isFile()) {
      writeFileSync(path, text);
      return [];
    }
    if (there && readText(path).text === text) return [];
    mkdirSync(dirname(path), { recursive: true });
    // The user's own choice of a place may be a link; the file behind it keeps its permissions.
    const mode = there && there.mode & 0o777;
    writeAtomic(there ? realpathSync(path) : path, text, { mode, durable: true });
    return [];
  } catch (error) {
    return [placelessProblem(path, 'output-unwritable', `cannot be written: ${reasonOf(error)}`)];
  }
}
