import { count } from './count';
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

/** How much a report says: errors and differences only, the first few of each kind, or everything. */
export type ReportDetail = 'quiet' | 'short' | 'all';

/** Up to this many warnings or lines of a kind are all shown. */
export const MOST_SHOWN = 20;
/** How many warnings a short report shows if there are more. */
const FEW_WARNINGS = 12;

/** The warnings that a report shows, and how many of each code it leaves out. */
export interface ShownProblems {
  readonly shown: readonly Problem[];
  readonly left: readonly { readonly code: string; readonly count: number }[];
}

/** Chooses what a report shows: every error, and of many warnings the first few of each code. */
export function chooseProblems(problems: readonly Problem[], detail: ReportDetail): ShownProblems {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (detail === 'quiet') return { shown: errors, left: [] };
  const warnings = sortProblems(problems.filter(({ severity }) => severity !== 'error'));
  if (detail === 'all' || warnings.length <= MOST_SHOWN) return { shown: problems, left: [] };
  const byCode = new Map<string, Problem[]>();
  for (const warning of warnings) {
    const alike = byCode.get(warning.code);
    if (alike) alike.push(warning);
    else byCode.set(warning.code, [warning]);
  }
  const each = Math.max(1, Math.floor(FEW_WARNINGS / byCode.size));
  return {
    shown: [...errors, ...[...byCode.values()].flatMap((alike) => alike.slice(0, each))],
    left: [...byCode]
      .map(([code, alike]) => ({ code, count: alike.length - each }))
      .filter(({ count }) => count > 0),
  };
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
  return [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ].join(', ');
}
