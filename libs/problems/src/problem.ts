import { compareText } from './text-order';
import type { ProblemCode } from './problem-codes';

/** Severity of a problem: an error rejects the input, a warning does not. */
export type Severity = 'error' | 'warning';

/**
 * A position in a source file. Line and column start at 1; columns count UTF-16 code units.
 * Line 0 means the whole file, or an option of the command line.
 */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One error or warning about an input. Problems are collected, never thrown. */
export interface Problem extends Position {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** States what is wrong, with the value in quotes, and what is allowed. */
  readonly message: string;
  /** Says how to fix the problem, if the message does not. */
  readonly hint?: string;
}

/** Returns whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Sorts problems by file, line, column and code, independent of the locale. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      comparePositions(a, b) || compareText(a.code, b.code) || compareText(a.message, b.message),
  );
}

/** Compares positions by file, line and column. */
export function comparePositions(a: Position, b: Position): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}
