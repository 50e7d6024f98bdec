import { compareText } from './text-order';
import type { ProblemCode } from './problem-codes';

/** How much a problem weighs: an error refuses the input, a warning is only told. */
export type Severity = 'error' | 'warning';

/**
 * A place in a source file; line and column count from 1, column in UTF-16 code units.
 * Line 0 stands for the file as a whole, or for an option of the command line.
 */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with an input, as data: problems are collected, never thrown. */
export interface Problem extends Position {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong, quoting the value, and what is allowed. */
  readonly message: string;
  /** What to do about it, where there is more to say than the message does. */
  readonly hint?: string;
}

/** Tells whether any of the problems refuses the input. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Orders problems by file, line, column and code, by code unit and free of locale. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      comparePositions(a, b) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
}

/** Orders places by file, line and column. */
export function comparePositions(a: Position, b: Position): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
