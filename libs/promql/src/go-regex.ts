import type { RE2JS } from 're2js';

/** Letters, digits and the operators that mean the same in Go and in JavaScript. */
const PLAIN_PATTERN = /^[\w\s.,:;/|()*+?@%&=<>~"'#!-]+$/;

let compiler: typeof RE2JS | undefined;

/** RE2 costs about 40 ms to load, and most specs have no pattern that needs it. */
function loadCompiler(): typeof RE2JS {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  compiler ??= (require('re2js') as typeof import('re2js')).RE2JS;
  return compiler;
}

/** Says what makes a pattern invalid for Go's regexp, which Prometheus uses; undefined if nothing does. */
export function regexProblem(pattern: string): string | undefined {
  if (pattern === '' || (isPlain(pattern) && compiles(pattern))) return undefined;
  try {
    loadCompiler().compile(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

/** Tells whether a valid pattern matches the empty text, anchored as Prometheus anchors it. */
export function matchesEmptyText(pattern: string): boolean {
  if (pattern === '') return true;
  if (isPlain(pattern)) return new RegExp(`^(?:${pattern})$`).test('');
  return loadCompiler().compile(pattern).testExact('');
}

function isPlain(pattern: string): boolean {
  return !pattern.includes('(?') && PLAIN_PATTERN.test(pattern);
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
