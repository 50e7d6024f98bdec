import { type LintFormat, renderFindings } from '@g6/lint';
import { hasErrors, statusOf } from '@g6/problems';
import { type LintRequest, lintRun } from '../run/lint-run';
import { version } from '../../package.json';
import { Printer, type Printout, type Shell } from './printer';

/** The form of lint findings, and the file that they go to instead of standard output. */
export interface LintOutput {
  readonly format: LintFormat;
  readonly out?: string | undefined;
}

/** Checks the spec, the plans and the dashboards, and prints the findings. */
export function printLint(
  request: LintRequest,
  { format: asked, out }: LintOutput,
  shell: Shell,
): Printout {
  const printer = new Printer(shell);
  const { problems, status, ...findings } = lintRun(request);
  const format = shell.json === true ? 'json' : asked;
  if (hasErrors(problems)) {
    if (format === 'json') printer.json({ problems });
    else if (shell.format) {
      printer.annotations(shell.format, problems, [], { name: 'lint', subjects: [] });
    } else printer.problems(problems, 'nothing was checked');
    return printer.end(status);
  }
  if (out === undefined) {
    printer.text(renderFindings(findings, format, shell.styles?.stdout, version));
    return printer.end(status);
  }
  // The file may be in a form for machines; whoever looks on reads the findings all the same.
  printer.text(renderFindings(findings, 'text', shell.styles?.stderr), 'stderr');
  const unwritten = printer.file(out, renderFindings(findings, format, undefined, version));
  return printer.end(hasErrors(unwritten) ? statusOf(unwritten) : status);
}
