import type { Position, Problem, ProblemCode, Severity } from '@g6/problems';

/** The most problems that the reading of one file lists. */
export const MOST_PROBLEMS = 100;

/** A problem with what is imported, before it has its place. */
export interface ImportFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint?: string | undefined;
  /** Default `warning`: what cannot be read is left out, and the rest is used. */
  readonly severity?: Severity;
}

/** Collects the problems of one reading; a file that is broken throughout does not fill a report. */
export class ProblemList {
  private readonly listed: Problem[] = [];
  private unlisted = 0;
  private last: Position | undefined;

  /** Adds a problem at a place, which is only found if the problem is listed. */
  add(
    place: Position | (() => Position),
    { code, message, hint, severity = 'warning' }: ImportFault,
  ): void {
    if (this.listed.length >= MOST_PROBLEMS) {
      this.unlisted += 1;
      this.last ??= found(place);
      return;
    }
    const { file, line, column } = found(place);
    const detail = hint === undefined ? {} : { hint };
    this.listed.push({ file, line, column, code, severity, message, ...detail });
  }

  /** The problems in the order in which they were found, the last of which counts those left out. */
  get problems(): readonly Problem[] {
    if (this.last === undefined) return [...this.listed];
    const { file, line, column } = this.last;
    const message = `${this.unlisted} more problems from here on are not listed`;
    return [
      ...this.listed,
      { file, line, column, code: 'import-limit', severity: 'warning', message },
    ];
  }
}

function found(place: Position | (() => Position)): Position {
  return typeof place === 'function' ? place() : place;
}
