import { countProblems, hasErrors, renderProblems, type Problem } from '@g6/dashboards';
import { problemStyle, type Terminal } from './terminal';

/**
 * Prints problems to standard error; where they refuse the input, with their number and what came
 * of it below.
 */
export function printProblems(
  problems: readonly Problem[],
  terminal: Terminal,
  outcome = 'nothing was written',
): void {
  if (problems.length === 0) return;
  terminal.stderr.write(`${renderProblems(problems, problemStyle(terminal))}\n`);
  if (hasErrors(problems)) {
    terminal.stderr.write(`${countProblems(problems)}; ${outcome}\n`);
  }
}
