/** A text before and after; undefined for a file that is new. */
export interface TextChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** How many lines around a change are shown. */
const CONTEXT = 3;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/** The lines of a unified diff, which `patch` and `git apply` read. */
export function unifiedDiff({ path, before, after }: TextChange): string[] {
  if (before === after) return [];
  const lines = compareLines(linesOf(before ?? ''), linesOf(after));
  const head = [`--- ${before === undefined ? '/dev/null' : `a/${path}`}`, `+++ b/${path}`];
  return [...head, ...hunks(lines)];
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Compares two lists of lines. Each old line is matched with the first new one from there on that is
 * equal, which is exact for texts to which something was only added.
 */
function compareLines(before: readonly string[], after: readonly string[]): Line[] {
  let end = 0;
  const most = Math.min(before.length, after.length);
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++;
  const lines: Line[] = [];
  let next = 0;
  const add = (to: number) => {
    for (; next < to; next++) lines.push({ mark: '+', text: after[next] ?? '' });
  };
  for (const text of before.slice(0, before.length - end)) {
    const at = after.indexOf(text, next);
    if (at < 0 || at >= after.length - end) {
      lines.push({ mark: '-', text });
      continue;
    }
    add(at);
    lines.push({ mark: ' ', text });
    next = at + 1;
  }
  add(after.length - end);
  for (const text of after.slice(after.length - end)) lines.push({ mark: ' ', text });
  return lines;
}

function hunks(lines: readonly Line[]): string[] {
  const printed: string[] = [];
  let old = 1;
  let fresh = 1;
  for (let index = 0; index < lines.length;) {
    const change = lines.findIndex(({ mark }, at) => at >= index && mark !== ' ');
    if (change < 0) break;
    const start = Math.max(index, change - CONTEXT);
    old += start - index;
    fresh += start - index;
    const end = hunkEnd(lines, change);
    const hunk = lines.slice(start, end);
    const olds = hunk.filter(({ mark }) => mark !== '+').length;
    const news = hunk.filter(({ mark }) => mark !== '-').length;
    printed.push(`@@ -${rangeOf(old, olds)} +${rangeOf(fresh, news)} @@`);
    for (const { mark, text } of hunk) printed.push(`${mark}${text}`);
    old += olds;
    fresh += news;
    index = end;
  }
  return printed;
}

/** The end of a hunk: where more lines than the context of two changes are the same. */
function hunkEnd(lines: readonly Line[], change: number): number {
  let last = change;
  for (let at = change; at < lines.length && at - last <= 2 * CONTEXT; at++) {
    if (lines[at]?.mark !== ' ') last = at;
  }
  return Math.min(last + 1 + CONTEXT, lines.length);
}

/** A range of lines; one without lines is named by the line before it. */
function rangeOf(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}
