import { type CheckFormat, type CheckOutcome, renderCheck } from '@g6/check';
import { hasErrors, statusOf } from '@g6/problems';
import { type CheckRequest, checkRun } from '../run/check-run';
import { version } from '../../package.json';
import { Printer, type Printout, type Shell } from './printer';

/** The form of the findings, and the file that they go to instead of standard output. */
export interface CheckOutput {
  readonly format: CheckFormat;
  readonly out?: string | undefined;
}

/** Compares the dashboards and the spec with what a Prometheus has, and prints the findings. */
export async function printCheck(
  request: CheckRequest,
  { format: asked, out }: CheckOutput,
  shell: Shell,
): Promise<Printout> {
  const printer = new Printer(shell);
  const { problems, status, ...outcome } = await checkRun(request);
  const format = shell.json === true ? 'json' : asked;
  if (hasErrors(problems)) {
    if (format === 'json') printer.json({ problems });
    else if (shell.format) {
      printer.annotations(shell.format, problems, [], { name: 'check', subjects: [] });
    } else printer.problems(problems, 'nothing was checked');
    return printer.end(status);
  }
  return printFindings(printer, outcome, { format, out }, status);
}

function printFindings(
  printer: Printer,
  outcome: CheckOutcome,
  { format, out }: CheckOutput,
  status: Printout['status'],
): Printout {
  const { styles } = printer.shell;
  if (out === undefined) {
    printer.text(renderCheck(outcome, format, styles?.stdout, version));
    return printer.end(status);
  }
  // The file may be in a form for machines; whoever looks on reads the findings all the same.
  printer.text(renderCheck(outcome, 'text', styles?.stderr), 'stderr');
  const unwritten = printer.file(out, renderCheck(outcome, format, undefined, version));
  return printer.end(hasErrors(unwritten) ? statusOf(unwritten) : status);
}
