import { LineCursor } from './line-cursor';

/** One sample line of an exposition. */
export interface Sample {
  readonly name: string;
  readonly labels: readonly SampleLabel[];
  /** Whether the value is a native histogram. */
  readonly native: boolean;
}

/** A label of a sample, with the offset of its value in the line. */
export interface SampleLabel {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/**
 * Reads `name{label="value"} value [timestamp] [# exemplar]`, or `{"name", label="value"} value`.
 * @throws UnreadableLine
 */
export function parseSample(line: string): Sample {
  const cursor = new LineCursor(line);
  cursor.skipBlanks();
  const start = cursor.at;
  const plain = cursor.takeName(true);
  cursor.skipBlanks();
  const native = opensNativeValue(cursor);
  const { name: quoted, labels } =
    !native && cursor.take('{') ? takeLabels(cursor, plain === '') : NO_LABELS;
  const name = plain === '' ? (quoted ?? '') : plain;
  if (name === '') {
    cursor.fail(`a metric name is missing before "${excerpt(line, start)}"`, start);
  }
  cursor.skipBlanks();
  const isNative = opensNativeValue(cursor);
  takeValue(cursor, isNative);
  takeRest(cursor);
  return { name, labels, native: isNative };
}

interface LabelSet {
  readonly name?: string;
  readonly labels: readonly SampleLabel[];
}

const NO_LABELS: LabelSet = { labels: [] };

/** Reads up to the closing brace; a quoted text without a value names the metric. */
function takeLabels(cursor: LineCursor, mayName: boolean): LabelSet {
  const labels: SampleLabel[] = [];
  let metric: string | undefined;
  for (;;) {
    cursor.skipBlanks();
    if (cursor.take('}')) return metric === undefined ? { labels } : { name: metric, labels };
    const from = cursor.at;
    const quoted = cursor.next === '"';
    const name = quoted ? cursor.takeQuoted() : cursor.takeName(false);
    if (name === '') cursor.fail(labelNameExpected(cursor), from);
    cursor.skipBlanks();
    if (cursor.take('=')) {
      labels.push(takeLabelValue(cursor, labels, name, from));
    } else if (quoted && mayName && metric === undefined) {
      metric = name;
    } else {
      cursor.fail(`a "=" is missing after the label "${name}"`);
    }
    cursor.skipBlanks();
    if (!cursor.take(',') && cursor.next !== '}') {
      cursor.fail('a "," or "}" is missing after a label');
    }
  }
}

function takeLabelValue(
  cursor: LineCursor,
  before: readonly SampleLabel[],
  name: string,
  from: number,
): SampleLabel {
  cursor.skipBlanks();
  if (cursor.next !== '"') cursor.fail(`the value of the label "${name}" must be in quotes "`);
  const at = cursor.at;
  const value = cursor.takeQuoted();
  if (before.some((label) => label.name === name)) {
    cursor.fail(`the label "${name}" stands twice`, from);
  }
  return { name, value, at };
}

function labelNameExpected(cursor: LineCursor): string {
  return cursor.atEnd
    ? 'the brace { is not closed'
    : `a label name is missing before "${excerpt(cursor.line, cursor.at)}"`;
}

/** A floating-point number as Go, and so Prometheus, reads it. */
const NUMBER =
  /^[+-]?(?:inf(?:inity)?|nan|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|0x(?:[\da-f]+(?:\.[\da-f]*)?|\.[\da-f]+)p[+-]?\d+|0x[\da-f]+)$/i;

function opensNativeValue({ line, at }: LineCursor): boolean {
  return line.startsWith('{', at) && /^\{(?:sample_)?count:/.test(line.slice(at, at + 16));
}

function takeValue(cursor: LineCursor, native: boolean): void {
  const at = cursor.at;
  if (cursor.atEnd) cursor.fail('the value is missing');
  if (native) {
    const end = cursor.line.indexOf('}', at);
    if (end < 0) cursor.fail('the brace { is not closed');
    cursor.at = end + 1;
    return;
  }
  const word = cursor.takeWord();
  if (!isNumber(word)) cursor.fail(`the value "${excerpt(word, 0)}" is not a number`, at);
}

/** Whether a text is a number as Prometheus reads it. */
export function isNumber(word: string): boolean {
  return word.length <= 400 && NUMBER.test(word);
}

/** Reads a timestamp and an exemplar, of which nothing is kept. */
function takeRest(cursor: LineCursor): void {
  cursor.skipBlanks();
  if (!cursor.atEnd && cursor.next !== '#') {
    const at = cursor.at;
    const word = cursor.takeWord();
    if (!isNumber(word)) cursor.fail(`the timestamp "${excerpt(word, 0)}" is not a number`, at);
    cursor.skipBlanks();
  }
  while (cursor.take('#')) takeExemplar(cursor);
  if (!cursor.atEnd) cursor.fail(`unexpected "${excerpt(cursor.line, cursor.at)}"`);
}

function takeExemplar(cursor: LineCursor): void {
  cursor.skipBlanks();
  if (!cursor.take('{')) cursor.fail('an exemplar must start with its labels in { }');
  takeLabels(cursor, false);
  cursor.skipBlanks();
  takeValue(cursor, false);
  cursor.skipBlanks();
  if (cursor.atEnd || cursor.next === '#') return;
  const at = cursor.at;
  const word = cursor.takeWord();
  if (!isNumber(word)) cursor.fail(`the timestamp "${excerpt(word, 0)}" is not a number`, at);
  cursor.skipBlanks();
}

const LONGEST_EXCERPT = 40;

function excerpt(text: string, from: number): string {
  const rest = text.slice(from, from + LONGEST_EXCERPT + 1);
  return rest.length > LONGEST_EXCERPT ? `${rest.slice(0, LONGEST_EXCERPT)}…` : rest;
}
