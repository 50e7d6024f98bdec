import { existsSync } from 'node:fs';
import { readText } from './read-text';
import type { Problem } from '@g6/problems';
import { writeReport } from './write-report';

/** A text to write. */
export interface TextToWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes texts that people edit; a file with the line ends of Windows keeps them. The first that
 * cannot be written ends it.
 */
export function writeTexts(files: readonly TextToWrite[]): readonly Problem[] {
  for (const { path, text } of files) {
    const isWindows = existsSync(path) && readText(path).text?.includes('\r\n') === true;
    const problems = writeReport(path, isWindows ? text.replaceAll('\n', '\r\n') : text);
    if (problems.length > 0) return problems;
  }
  return [];
}
