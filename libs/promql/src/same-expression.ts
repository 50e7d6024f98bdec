import { withoutComments } from './lexical-scan';

/** Whether two expressions are the same but for spaces and comments. */
export function isSameExpression(left: string, right: string): boolean {
  return bare(left) === bare(right);
}

function bare(expr: string): string {
  return withoutComments(expr).replace(/\s+/g, '');
}
