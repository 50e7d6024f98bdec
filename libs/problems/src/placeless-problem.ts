import type { Problem } from './problem';

/** Where a problem is that no place in a text can be pointed at for. */
export const NO_PLACE = { line: 0, column: 0 } as const;

/** An error about a file, a folder or an option as a whole. */
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
