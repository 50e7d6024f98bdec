import { sortProblems, type Problem } from './problem';
import { logLine } from './safe-text';

/** Highlights parts of a report: plain by default, coloured on a terminal. */
export interface ProblemStyle {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly quiet: (text: string) => string;
}

const PLAIN: ProblemStyle = {
  error: (text) => text,
  warning: (text) => text,
  quiet: (text) => text,
};

/** Renders problems as `file:line:column: severity: message [code]`, each with its hint on the next line. */
export function renderProblems(problems: readonly Problem[], style = PLAIN): string {
  return sortProblems(problems)
    .map((problem) => renderProblem(problem, style))
    .join('\n');
}

function renderProblem(problem: Problem, style: ProblemStyle): string {
  const { file, line, column, severity, message, code, hint } = problem;
  // Line 0 means a whole file or an option, which has no position.
  const at = logLine(line === 0 ? file : `${file}:${line}:${column}`);
  const label = style[severity](severity);
  const head = `${at}: ${label}: ${logLine(message)} ${style.quiet(`[${code}]`)}`;
  return hint === undefined ? head : `${head}\n  hint: ${logLine(hint)}`;
}

/** Counts problems for the end of a report: `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return [plural(errors, 'error'), plural(warnings, 'warning')]
    .filter((part) => part !== '')
    .join(', ');
}

function plural(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
