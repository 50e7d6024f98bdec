import { type Coverage, type CoverageFormat, renderCoverage } from '@g6/inventory';
import { hasErrors, statusOf } from '@g6/problems';
import { type CoverageRequest, coverageRun } from '../run/coverage-run';
import { Printer, type Printout, type Shell } from './printer';

/** The form of a coverage report, and the file that it goes to instead of standard output. */
export interface CoverageOutput {
  readonly format: CoverageFormat;
  readonly out?: string | undefined;
}

/** Finds the metrics and alerts that dashboards show, and prints their shares. */
export function printCoverage(
  request: CoverageRequest,
  { format: asked, out }: CoverageOutput,
  shell: Shell,
): Printout {
  const printer = new Printer(shell);
  const { problems, coverage, under, status } = coverageRun(request);
  const format = shell.json === true ? 'json' : asked;
  if (!coverage) {
    if (format === 'json') printer.json({ problems });
    else printer.problems(problems, 'nothing was checked');
    return printer.end(status);
  }
  printer.problems(problems);
  const text = renderCoverage(coverage, format);
  if (out === undefined) printer.text(text);
  const unwritten = out === undefined ? [] : printer.file(out, text);
  printer.notes(...under.map((kind) => shortfall(kind, coverage, request.failUnder ?? 0)));
  return printer.end(hasErrors(unwritten) ? statusOf(unwritten) : status);
}

function shortfall(kind: 'metrics' | 'alerts', coverage: Coverage, least: number): string {
  const { shown, total, percent } = coverage[kind];
  return `${percent}% of the ${kind} are shown (${shown} of ${total}), less than the ${least}% asked for`;
}
