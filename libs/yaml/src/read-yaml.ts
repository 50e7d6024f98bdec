import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '@g6/problems';
import { tooDeepAt } from './nesting';
import { plainValue } from './plain-value';
import { quickValue } from './quick-value';
import type { SourceFile } from './source-file';
import { syntaxFaults } from './syntax-faults';
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
    if (document.errors.length > 0) {
      return {
        problems: syntaxFaults(text, document, lines).map(({ offset, message }) =>
          problemAt(offset, { code: 'yaml-syntax', message }),
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
