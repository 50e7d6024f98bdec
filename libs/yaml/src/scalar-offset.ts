import { addAll } from '@g6/problems';
import type { Scalar } from 'yaml';

/** A run of characters that is the same in the source and in the value, except for escapes. */
interface Run {
  readonly value: string;
  /** The offset in the source for each code unit of the value, and one more for the end. */
  readonly offsets: readonly number[];
}

/** A run, and where it starts in the value. */
interface PlacedRun extends Run {
  readonly at: number;
}

/**
 * Maps offsets in a scalar's value to the offsets of the same characters in the source text.
 * YAML changes only the whitespace between lines (indentation goes, breaks fold to spaces) and
 * spells escapes out, so the lines of the source are found in the value one after the other. They are
 * found once: a long expression may have thousands of problems.
 */
export class ScalarOffsets {
  private readonly runs: readonly PlacedRun[];
  private readonly areAllFound: boolean;

  constructor(text: string, scalar: Scalar) {
    const { range, type, value } = scalar;
    const runs = range ? runsOf(text, type, range[0], range[1]) : [];
    const filled = runs.filter((run) => run.value !== '');
    this.runs = typeof value === 'string' ? placeRuns(value, filled) : [];
    this.areAllFound = typeof value === 'string' && this.runs.length === filled.length;
  }

  /** The offset in the source; undefined if it is not certain, so that no wrong column is reported. */
  of(offset: number): number | undefined {
    const index = this.firstEndingAfter(offset);
    const run = this.runs[index];
    const before = this.runs[index - 1]?.offsets.at(-1);
    if (!run) return this.areAllFound ? before : undefined;
    // Between two lines the value has whitespace that the source lacks; its place is the end of the line.
    return offset < run.at ? (before ?? run.offsets[0]) : run.offsets[offset - run.at];
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle];
      if (run && run.at + run.value.length > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Finds runs in a value, up to the first that is not there. */
function placeRuns(value: string, runs: readonly Run[]): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let from = 0;
  for (const run of runs) {
    const at = findRun(value, run.value, from);
    if (at === undefined) break;
    placed.push({ ...run, at });
    from = at + run.value.length;
  }
  return placed;
}

/** The offset at which a run continues in the value, after the whitespace that folding left before it. */
function findRun(value: string, run: string, from: number): number | undefined {
  for (let at = from; at <= value.length; at++) {
    if (value.startsWith(run, at)) return at;
    if (value[at] !== '\n' && value[at] !== ' ') return undefined;
  }
  return undefined;
}

function runsOf(text: string, type: Scalar['type'], start: number, end: number): Run[] {
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return blockRuns(text, start, end);
    case 'QUOTE_SINGLE':
      return flowRuns(text, start + 1, end - 1, (line) => decode(line, /''/g, () => "'"));
    case 'QUOTE_DOUBLE':
      return flowRuns(text, start + 1, end - 1, (line) => decode(line, ESCAPE, unescape));
    default:
      return flowRuns(text, start, end, (line) => decode(line, /(?!)/g, () => ''));
  }
}

interface Line {
  readonly text: string;
  readonly start: number;
}

/** Lines below the `|` or `>`; their indentation is not part of the value. */
function blockRuns(text: string, start: number, end: number): Run[] {
  const [header, ...lines] = linesOf(text, start, end);
  const filled = lines.filter((line) => line.text.trim() !== '');
  const indents = filled.map((line) => line.text.length - line.text.trimStart().length);
  // An indentation indicator allows the first lines to be indented more than the text.
  const indented = /[1-9]/.test(header?.text ?? '');
  const indent = indented
    ? indents.reduce((least, width) => Math.min(least, width), Infinity)
    : (indents[0] ?? 0);
  return filled.map((line) =>
    decode({ text: line.text.slice(indent), start: line.start + indent }, /(?!)/g, () => ''),
  );
}

/** Lines of a plain or quoted scalar; whitespace on either side of a break belongs to the break. */
function flowRuns(text: string, start: number, end: number, read: (line: Line) => Run): Run[] {
  const lines = linesOf(text, start, end);
  return lines.map(({ text: line, start: lineStart }, index) => {
    const first = index === 0 ? 0 : line.length - line.trimStart().length;
    const last = index === lines.length - 1 ? line.length : endOfContent(line);
    return read({ text: line.slice(first, last), start: lineStart + first });
  });
}

/** A backslash before trailing whitespace keeps the first character of it. */
function endOfContent(line: string): number {
  const trimmed = line.trimEnd().length;
  const escaped = /(^|[^\\])(\\\\)*\\$/.test(line.slice(0, trimmed));
  return escaped && trimmed < line.length ? trimmed + 1 : trimmed;
}

function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end;) {
    const found = text.indexOf('\n', from);
    const to = found < 0 || found > end ? end : found;
    lines.push({ text: text.slice(from, to).replace(/\r$/, ''), start: from });
    from = to + 1;
  }
  return lines;
}

/** Reads a line with the escapes that a pattern finds. */
function decode({ text, start }: Line, escape: RegExp, meaning: (found: string) => string): Run {
  const offsets: number[] = [];
  let value = '';
  let at = 0;
  const passTo = (end: number) => {
    value += text.slice(at, end);
    for (; at < end; at++) offsets.push(start + at);
  };
  for (const { 0: found, index } of text.matchAll(escape)) {
    passTo(index);
    const decoded = meaning(found);
    addAll(offsets, Array<number>(decoded.length).fill(start + at));
    value += decoded;
    at += found.length;
  }
  passTo(text.length);
  offsets.push(start + text.length);
  return { value, offsets };
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|$)/g;

const NAMED_ESCAPES: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** The character that an escape in a double-quoted scalar represents; none for an escaped line break. */
function unescape(escape: string): string {
  const body = escape.slice(1);
  if (body.length > 1) return String.fromCodePoint(Number.parseInt(body.slice(1), 16));
  return NAMED_ESCAPES[body] ?? body;
}
