/**
 * Runs a function whose errors nobody prints. A file of a megabyte may have half a million of them, and
 * V8 takes longer for the stack trace of each than for all the rest.
 */
export function withoutStackTraces<Result>(run: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
