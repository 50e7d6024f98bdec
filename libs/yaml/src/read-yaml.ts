import {
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type YAMLError,
} from 'yaml';
import type { Problem } from '@g6/problems';
import { tooDeepAt } from './nesting';
import { plainValue } from './plain-value';
import { quickValue } from './quick-value';
import type { SourceFile } from './source-file';
import { YamlFile } from './yaml-file';

/** The result of reading a YAML text: its problems, and the file unless the text is unusable. */
export interface YamlReading {
  readonly file?: YamlFile;
  readonly problems: readonly Problem[];
}

/** Parses one YAML text and reports all its problems at once. */
export function readYaml(source: SourceFile): YamlReading {
  // A byte-order mark is not part of the first line.
  const text = source.text.replace(/^\uFEFF/, '');
  const quick = quickValue(text);
  if (quick) {
    const file = new YamlFile({ ...source, text }, quick.value, () => {
      const lines = new LineCounter();
      return { plain: plainValue(parse(text, lines).contents), lines };
    });
    return { file, problems: [] };
  }
  return readExactly({ ...source, text });
}

/** Reads a text with the positions of everything in it. */
function readExactly(source: SourceFile): YamlReading {
  const { text } = source;
  const lines = new LineCounter();
  const problemAt = (offset: number, problem: Pick<Problem, 'code' | 'message' | 'hint'>) => {
    const { line, col } = lines.linePos(offset);
    const at = { file: source.path, line: Math.max(line, 1), column: Math.max(col, 1) };
    return { ...at, severity: 'error' as const, ...problem };
  };
  const syntaxError = (offset: number, message: string): YamlReading => ({
    problems: [problemAt(offset, { code: 'yaml-syntax', message })],
  });
  const deep = tooDeepAt(text, MOST_BRACKETS);
  if (deep !== undefined) {
    // The parser would tell where lines start, and is not to see this text.
    [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)].forEach(lines.addNewLine);
    return syntaxError(deep, 'values are nested too deeply');
  }
  try {
    const document = parse(text, lines);
    const errors = firstOfEachLine(document.errors, lines);
    if (errors.length > 0) {
      return {
        problems: errors.map((error) =>
          problemAt(placeOf(error, document), { code: 'yaml-syntax', message: wordingOf(error) }),
        ),
      };
    }
    const plain = plainValue(document.contents);
    const problems = plain.faults.map(({ offset, code, message, hint }) =>
      problemAt(offset, { code, message, ...(hint === undefined ? {} : { hint }) }),
    );
    return { file: new YamlFile(source, plain.value, () => ({ plain, lines })), problems };
  } catch (error) {
    // Thousands of nested lists exhaust the stack.
    if (error instanceof RangeError) return syntaxError(0, 'values are nested too deeply');
    throw error;
  }
}

/** How many brackets may be open at once, including those in texts and comments. */
const MOST_BRACKETS = 1_000;

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  const { stackTraceLimit } = Error;
  // A text may have half a million errors; their stack traces take most of the time.
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // The plain value reports repeated keys, by name.
      uniqueKeys: false,
      // Whatever version a `%YAML` directive names: no merge keys, dates or yes-and-no booleans.
      schema: 'core',
      merge: false,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** One mistake often causes several parser errors; the first one of a line is the useful one. */
function firstOfEachLine(errors: readonly YAMLError[], lines: LineCounter): YAMLError[] {
  const seen = new Set<number>();
  return errors.filter((error, index) => {
    if (index > 0 && error.message.includes('token in YAML stream')) return false;
    const { line } = lines.linePos(error.pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

/** The parser notices an open quote only at the end of the file; the fix belongs where it opens. */
function placeOf(error: YAMLError, document: Document.Parsed): number {
  let place = error.pos[0];
  if (!OPEN_QUOTE.test(error.message)) return place;
  visit(document, {
    Scalar: (_, { range }) => {
      if (range) place = range[0];
    },
  });
  return place;
}

const OPEN_QUOTE = /^Missing closing (['"])quote/;

/** Messages for the most common mistakes; those of the parser are written for programmers. */
const WORDINGS: readonly (readonly [ErrorCode, RegExp, string])[] = [
  ['MULTIPLE_DOCS', /^/, 'a second document starts here; a file holds one'],
  ['TAB_AS_INDENT', /^/, 'a tab indents this line; YAML takes spaces only'],
  ['RESOURCE_EXHAUSTION', /^/, 'values are nested too deeply'],
  ['IMPOSSIBLE', /^/, 'this is out of place; a value that starts with { or [ needs quotes'],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /^Nested/,
    'a ": " inside a value starts another mapping; put the value in quotes',
  ],
  [
    'MULTILINE_IMPLICIT_KEY',
    /^/,
    'this would be a key of several lines; a ":" is missing, or the indentation is off',
  ],
  [
    'UNEXPECTED_TOKEN',
    /^Unexpected [a-z-]+ (token|at node end|in )/,
    'this is out of place; a text with brackets, braces or commas inside [ ] or { } needs quotes',
  ],
  ['MISSING_CHAR', OPEN_QUOTE, 'the quote $1 that opens here is not closed'],
  [
    'BAD_INDENT',
    /^Flow \w+ in block collection .* end with a (.)$/,
    'a "$1" is missing, or a line stands too far left',
  ],
  ['MISSING_CHAR', /^Flow \w+ in block collection .* end with a (.)$/, 'a "$1" is missing'],
];

function wordingOf({ code, message }: YAMLError): string {
  const [line = message] = message.split('\n', 1);
  const found = WORDINGS.find(([of, pattern]) => of === code && pattern.test(line));
  if (!found) return line.charAt(0).toLowerCase() + line.slice(1);
  const [, pattern, wording] = found;
  const [, detail = ''] = pattern.exec(line) ?? [];
  return wording.replace('$1', () => detail);
}
