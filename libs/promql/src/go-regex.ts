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

/** The reason why a pattern is invalid for Go's regexp, which Prometheus uses; undefined for a valid one. */
export function regexProblem(pattern: string): string | undefined {
  if (pattern === '' || (isPlain(pattern) && isValid(pattern))) return undefined;
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '');
  }
}

/** Tells whether a valid pattern matches the empty text, anchored as Prometheus anchors it. */
export function matchesEmptyText(pattern: string): boolean {
  if (pattern === '') return true;
  if (isPlain(pattern)) return isNullable(pattern);
  return compile(pattern).testExact('');
}

/**
 * Tells whether a valid pattern matches a text, anchored as Prometheus anchors it. RE2 takes time
 * in proportion to the text; JavaScript's own matcher tries `(a|a)*` in every way there is.
 */
export function matchesText(pattern: string, text: string): boolean {
  if (/^[\w\s|-]*$/.test(pattern)) return pattern.split('|').includes(text);
  // Go's `.` takes no line feed; Prometheus compiles patterns so that it does.
  return compile(`(?s:${pattern})`).testExact(text);
}

/**
 * What the groups of a pattern match in a text, all of it first; undefined if it does not match, or
 * is no pattern. Anchored, and in time in proportion to the text, like {@link matchesText}.
 */
export function matchGroups(pattern: string, text: string): readonly string[] | undefined {
  try {
    const matcher = compile(`(?s:${pattern})`).matcher(text);
    if (!matcher.matches()) return undefined;
    return Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? '');
  } catch {
    return undefined;
  }
}

/**
 * The part of a text that a valid pattern finds: its first group, or else all that it matches.
 * Undefined if the pattern finds nothing; it is not anchored.
 */
export function findText(pattern: string, text: string): string | undefined {
  const matcher = compile(pattern).matcher(text);
  if (!matcher.find()) return undefined;
  const group = matcher.groupCount() > 0 ? matcher.group(1) : null;
  return group ?? matcher.group() ?? undefined;
}

function isPlain(pattern: string): boolean {
  return !pattern.includes('(?') && PLAIN_PATTERN.test(pattern);
}

/** Whether a plain pattern matches the empty text, in one pass: `a*(b|)` does, `a*b` does not. */
function isNullable(pattern: string): boolean {
  const outer: Alternatives[] = [];
  let inner: Alternatives = { some: false, current: true };
  // Whether the last part can be empty; it counts once it is known what is repeated.
  let last = true;
  const endPart = () => {
    inner.current &&= last;
    last = true;
  };
  const endAlternative = () => {
    endPart();
    inner = { some: inner.some || inner.current, current: true };
  };
  for (const character of pattern) {
    if (character === '*' || character === '?') last = true;
    else if (character === '(') {
      endPart();
      outer.push(inner);
      inner = { some: false, current: true };
    } else if (character === '|') endAlternative();
    else if (character === ')') {
      endAlternative();
      last = inner.some;
      inner = outer.pop() ?? inner;
    } else if (character !== '+') {
      endPart();
      last = false;
    }
  }
  endAlternative();
  return inner.some;
}

/** Whether some alternative of a group can be empty, and whether the current one can so far. */
interface Alternatives {
  some: boolean;
  current: boolean;
}

/** How many groups of a plain pattern may be open at once; RE2 has a limit, and it is the one to ask. */
const DEEPEST_GROUPS = 100;

/** Whether a plain pattern is valid, in one pass; no pattern is ever given to JavaScript's own engine. */
function isValid(pattern: string): boolean {
  let open = 0;
  // What a repetition would apply to: nothing, a part, a part with `*`, or one with `*?`.
  let last: 'nothing' | 'part' | 'repeated' | 'lazy' = 'nothing';
  for (const character of pattern) {
    if (character === '*' || character === '+' || character === '?') {
      if (last === 'repeated' && character === '?') last = 'lazy';
      else if (last === 'part') last = 'repeated';
      else return false;
    } else if (character === '|') {
      last = 'nothing';
    } else if (character === '(') {
      if (++open > DEEPEST_GROUPS) return false;
      last = 'nothing';
    } else {
      if (character === ')' && --open < 0) return false;
      last = 'part';
    }
  }
  return open === 0;
}

let compiled: { readonly pattern: string; readonly regex: RE2JS } | undefined;

/** Compiles a pattern, once if it is asked for again; throws if it is not valid. */
function compile(pattern: string): RE2JS {
  if (compiled?.pattern !== pattern) {
    compiled = { pattern, regex: loadCompiler().compile(pattern) };
  }
  return compiled.regex;
}
