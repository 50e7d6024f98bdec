import { comparePositions, compareText, type Position, type Severity } from '@g6/problems';
import { exceptionFor } from './exceptions';
import type { Lint, LintSubject, LintFinding } from './lint';
import { EXCEPTION_LINTS, SUBJECT_LINTS } from './lints';

/** One thing that lint found. */
export interface Finding extends Position {
  /** The name of the lint; published forms call it a rule, as SARIF does. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  /** The dashboard that it was found in, if it is about a dashboard file. */
  readonly slug?: string;
}

/** How lints are applied. */
export interface LintOptions {
  /** Whether warnings weigh as much as errors. */
  readonly strict: boolean;
  /** Dashboards whose files are reported on; undefined for all. */
  readonly only: readonly string[] | undefined;
}

/** Applies every lint, and drops what an exception covers; findings come sorted by place. */
export function runLints(subject: LintSubject, options: LintOptions): Finding[] {
  const found = SUBJECT_LINTS.flatMap((lint) => applyLint(lint, subject));
  // Only now is it known which exceptions were of use.
  const ofExceptions = EXCEPTION_LINTS.flatMap((lint) => applyLint(lint, subject));
  const findings = [...found, ...ofExceptions]
    .filter(({ slug }) => slug === undefined || (options.only?.includes(slug) ?? true))
    .map((finding) => (options.strict ? { ...finding, severity: 'error' as const } : finding));
  return sortFindings(distinct(findings));
}

function applyLint(lint: Lint, subject: LintSubject): Finding[] {
  return lint.check(subject).flatMap((finding) => {
    const exception = exceptionFor(lint.name, finding.place.scope, subject.exceptions);
    if (!exception) return [toFinding(lint, finding)];
    exception.used = true;
    return [];
  });
}

function toFinding(lint: Lint, { place, message, hint, slug }: LintFinding): Finding {
  return {
    ...place.position,
    rule: lint.name,
    severity: lint.severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(slug === undefined ? {} : { slug }),
  };
}

/** Several dashboards show the same metric; a fault of it is listed once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, column, rule, message } = finding;
    const key = JSON.stringify([file, line, column, rule, message]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      comparePositions(a, b) || compareText(a.rule, b.rule) || compareText(a.message, b.message),
  );
}
