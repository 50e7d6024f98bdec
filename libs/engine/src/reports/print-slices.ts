import { count, EXIT, statusOf } from '@g6/problems';
import { type SlicesRequest, slicesRun } from '../run/slices-run';
import { Printer, type Printout, type Shell } from './printer';

/** Writes the slices of all plans, and reports how many changed. */
export function printSlices(request: SlicesRequest, shell: Shell): Printout {
  const printer = new Printer(shell);
  const { problems, slugs, changed } = slicesRun(request);
  printer.problems(problems);
  if (problems.length > 0) return printer.end(statusOf(problems));
  printer.notes(`${request.folder}: ${count(slugs.length, 'slice')}, ${changed} changed`);
  return printer.end(EXIT.done);
}
