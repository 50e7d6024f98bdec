import { LineCounter } from 'yaml';
import { placelessProblem, type Problem } from '@g6/problems';
import { isTooDense } from './density';
import { tooDeepAt } from './nesting';
import { parseDocument } from './parse-document';
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
  if (isTooDense(text)) return { problems: [denseProblem(source.path)] };
  const quick = quickValue(text);
  if (quick) {
    const file = new YamlFile({ ...source, text }, quick.value, () => {
      return { plain: plainValue(parseDocument(text).contents), lines: linesOf(text) };
    });
    return { file, problems: [] };
  }
  return readExactly({ ...source, text });
}

function denseProblem(file: string): Problem {
  const message = 'the file is long and consists of little but punctuation or empty lines';
  const hint = 'write texts with many short values to several files of less than 200 kB';
  return placelessProblem(file, 'file-too-dense', message, hint);
}

/** Reads a text with the positions of everything in it. */
function readExactly(source: SourceFile): YamlReading {
  const { text } = source;
  const lines = linesOf(text);
  const problemAt = (offset: number, problem: Pick<Problem, 'code' | 'message' | 'hint'>) => {
    const { line, col } = lines.linePos(offset);
    const at = { file: source.path, line: Math.max(line, 1), column: Math.max(col, 1) };
    return { ...at, severity: 'error' as const, ...problem };
  };
  const syntaxError = (offset: number, message: string): YamlReading => ({
    problems: [problemAt(offset, { code: 'yaml-syntax', message })],
  });
  const deep = tooDeepAt(text, MOST_BRACKETS);
  if (deep !== undefined) return syntaxError(deep, 'values are nested too deeply');
  try {
    const document = parseDocument(text);
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

/** Where each line of a text starts. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}
