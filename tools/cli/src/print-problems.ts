import { countProblems, hasErrors, renderProblems, type Problem } from '@g6/dashboards';
import { problemStyle, type Terminal } from './terminal';

/** Prints problems to standard error, with a count below where they refuse the input. */
export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  if (problems.length === 0) return;
  terminal.stderr.write(`${renderProblems(problems, problemStyle(terminal))}\n`);
  if (hasErrors(problems)) {
    terminal.stderr.write(`${countProblems(problems)}; nothing was written\n`);
  }
}
