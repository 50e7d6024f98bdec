/** Prints a report, whose texts are safe already, to standard output; Nx shows it with its task. */
export function printReport(text: string): void {
  process.stdout.write(text);
}

/** Prints rendered problems to standard error. */
export function printRenderedProblems(text: string): void {
  process.stderr.write(`${text}\n`);
}
