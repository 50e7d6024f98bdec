import { hasErrors, statusOf } from '@g6/problems';
import type { PicturesReport } from '../run/preview-run';
import { Printer, type Printout, type Shell } from './printer';

/** Lists the pictures that were taken. */
export function printPictures({ problems, written }: PicturesReport, shell: Shell): Printout {
  const printer = new Printer(shell);
  printer.problems(problems, 'no picture was taken');
  if (!hasErrors(problems)) printer.lines(...written);
  return printer.end(statusOf(problems));
}
