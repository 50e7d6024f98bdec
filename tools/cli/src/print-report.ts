import { hasErrors, writeReport, type Problem } from '@g6/dashboards';
import type { Terminal } from './terminal';

/** Puts a report into the file that was asked for, or else to standard output; problems tell if it cannot. */
export function printReport(
  text: string,
  out: string | undefined,
  terminal: Terminal,
): readonly Problem[] {
  if (out === undefined) {
    terminal.stdout.write(text);
    return [];
  }
  const problems = writeReport(out, text);
  if (!hasErrors(problems)) terminal.stderr.write(`${out} written\n`);
  return problems;
}
