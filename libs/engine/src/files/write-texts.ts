import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { placelessProblem, type Problem } from '@g6/problems';
import { readText, reasonOf } from './read-text';
import { stageFile, type StagedFile } from './write-atomic';

/** A text to write. */
export interface TextToWrite {
  readonly path: string;
  readonly text: string;
  /** The mode of a file that is not there yet, such as 0o755; default that of the process. */
  readonly mode?: number;
}

/**
 * Writes texts that people edit, all or none; a file with the line ends of Windows keeps them. All of
 * them are on the disk beside their files before the first file changes.
 */
export function writeTexts(files: readonly TextToWrite[]): readonly Problem[] {
  const staged: (readonly [path: string, file: StagedFile])[] = [];
  for (const { path, text, mode } of files) {
    try {
      const file = stage(path, text, mode);
      if (file) staged.push([path, file]);
    } catch (error) {
      for (const [, earlier] of staged) earlier.discard();
      return [unwritable(path, error)];
    }
  }
  return staged.flatMap(([path, file]) => {
    try {
      file.commit();
      return [];
    } catch (error) {
      return [unwritable(path, error)];
    }
  });
}

/** Stages a text; undefined if the file has it already. */
function stage(path: string, text: string, mode?: number): StagedFile | undefined {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new Error('it is not a file');
  if (!there) {
    mkdirSync(dirname(path), { recursive: true });
    // There is no earlier text to lose, and a flush for each of a thousand files takes seconds.
    return stageFile(path, text, { durable: false, ...(mode === undefined ? {} : { mode }) });
  }
  const before = readText(path).text;
  const after = before?.includes('\r\n') === true ? text.replaceAll('\n', '\r\n') : text;
  if (before === after) return undefined;
  return stageFile(realpathSync(path), after, { mode: there.mode & 0o777, durable: true });
}

function unwritable(path: string, error: unknown): Problem {
  return placelessProblem(path, 'output-unwritable', `cannot be written: ${reasonOf(error)}`);
}
