import { withoutComments } from './lexical-scan';

/** Whether two expressions are the same but for spaces and comments. */
export function isSameExpression(left: string, right: string): boolean {
  return bareExpression(left) === bareExpression(right);
}

/** An expression without spaces and comments: the same for all ways to write it down. */
export function bareExpression(expr: string): string {
  return withoutComments(expr).replace(/\s+/g, '');
}
