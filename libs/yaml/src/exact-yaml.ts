import { LineCounter } from 'yaml';
import { listProblems, type Problem } from '@g6/problems';
import { tooDeepAt } from './nesting';
import { parseDocument } from './parse-document';
import { plainValue } from './plain-value';
import type { YamlReading } from './read-yaml';
import type { SourceFile } from './source-file';
import { syntaxFaults } from './syntax-faults';
import { YamlFile, type YamlPlaces } from './yaml-file';
import { NodePlaces } from './yaml-places';

export { densityOf } from './density';

/** Reads a text with the positions of everything in it; its lexemes are found if they are not given. */
export function readExactly(source: SourceFile, lexemes?: readonly string[]): YamlReading {
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
    const parsed = parseDocument(text, lexemes);
    if (parsed.document.errors.length > 0) {
      const problems = listProblems(syntaxFaults(text, parsed, lines), ({ offset, message }) =>
        problemAt(offset, { code: 'yaml-syntax', message }),
      );
      return { problems };
    }
    const plain = plainValue(parsed.document.contents);
    const problems = listProblems(plain.faults, ({ offset, code, message, hint }) =>
      problemAt(offset, { code, message, ...(hint === undefined ? {} : { hint }) }),
    );
    const places = new NodePlaces(text, plain, lines);
    return { file: new YamlFile(source, plain.value, () => places), problems };
  } catch (error) {
    // Thousands of nested lists exhaust the stack.
    if (error instanceof RangeError) return syntaxError(0, 'values are nested too deeply');
    throw error;
  }
}

/** The places in a text that is known to be sound. */
export function placesIn(text: string): YamlPlaces {
  return new NodePlaces(text, plainValue(parseDocument(text).document.contents), linesOf(text));
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
