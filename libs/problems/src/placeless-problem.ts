import type { Problem } from './problem';

/** Position of a problem that has no place in a text. */
export const NO_PLACE = { line: 0, column: 0 } as const;

/** Creates an error about a whole file, a folder or an option. */
export function placelessProblem(
  file: string,
  code: Problem['code'],
  message: string,
  hint?: string,
): Problem {
  return {
    file,
    ...NO_PLACE,
    code,
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}
