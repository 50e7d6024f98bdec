import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { placelessProblem, type Problem } from '@g6/problems';
import { readText, reasonOf } from './read-text';

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
    writeFileAtomic(path, text);
    return [];
  } catch (error) {
    return [placelessProblem(path, 'output-unwritable', `cannot be written: ${reasonOf(error)}`)];
  }
}
