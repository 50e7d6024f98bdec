/**
 * Spreadsheets run a cell that starts like this, also one whose sign is full-width; see the OWASP
 * page on CSV injection. Leading apostrophes belong to it, so that undoing is exact.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
export function defuseFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that {@link defuseFormula} put there, and none that it did not. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
