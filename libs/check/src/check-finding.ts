import type { Place } from '@g6/lint';
import type { Position, Severity } from '@g6/problems';
import { CHECKS, type CheckName } from './checks';

/** One thing that `check` found. */
export interface CheckFinding extends Position {
  /** The name of the check; published forms call it a rule, as SARIF does. */
  readonly rule: CheckName;
  readonly severity: Severity;
  /** What is wrong, and why. */
  readonly message: string;
  readonly hint?: string;
  /** The dashboard and the panel, if it is about one. */
  readonly slug?: string;
  readonly panel?: string;
}

/** What a finding is about besides its place. */
export interface FindingSubject {
  readonly slug?: string;
  readonly panel?: string;
}

/** A finding, with the YAML that may hold an exception from it. */
export interface PlacedFinding extends CheckFinding {
  readonly scope?: Place['scope'];
}

/** A finding of a check at a place. */
export function findingOf(
  rule: CheckName,
  { position: { file, line, column }, scope }: Place,
  message: string,
  hint?: string,
  subject: FindingSubject = {},
): PlacedFinding {
  const severity = CHECKS.find(({ name }) => name === rule)?.severity ?? 'error';
  return {
    ...{ file, line, column, rule, severity, message },
    ...(hint === undefined ? {} : { hint }),
    ...subject,
    ...(scope ? { scope } : {}),
  };
}
