import type { Problem } from '@g6/problems';
import { readYaml, type SourceFile, tooDeepAt } from '@g6/yaml';
import { type ForeignDocument, JsonDocument, YamlDocument } from './foreign-document';

/** The documents of a file, and everything that is wrong with its syntax. */
export interface DocumentsReading {
  readonly documents: readonly ForeignDocument[];
  readonly problems: readonly Problem[];
}

/** How many brackets may be open at once in JSON. */
const DEEPEST_JSON = 1_000;

/** Reads a JSON file, or a stream of YAML documents; empty documents are passed over. */
export function readDocuments(source: SourceFile): DocumentsReading {
  const json = readJson(source);
  if (json) return { documents: [json], problems: [] };
  const documents: ForeignDocument[] = [];
  const problems: Problem[] = [];
  for (const { text, linesBefore } of splitStream(source.text)) {
    const reading = readYaml({ path: source.path, text });
    problems.push(
      ...reading.problems.map((found) => ({ ...found, line: found.line + linesBefore })),
    );
    if (reading.file?.value === null || reading.file?.value === undefined) continue;
    documents.push(new YamlDocument(reading.file, linesBefore));
  }
  return { documents, problems };
}

/** The text as JSON, if it is; whatever is not, the YAML parser finds the place of. */
function readJson({ path, text }: SourceFile): JsonDocument | undefined {
  const body = text.replace(/^\uFEFF/, '');
  if (!/^\s*[{[]/.test(body) || tooDeepAt(body, DEEPEST_JSON) !== undefined) return undefined;
  try {
    return new JsonDocument(path, body, JSON.parse(body));
  } catch {
    return undefined;
  }
}

interface StreamPart {
  readonly text: string;
  readonly linesBefore: number;
}

/** Splits a stream at its `---` lines, which YAML allows nowhere else at the start of a line. */
function splitStream(text: string): StreamPart[] {
  const marks = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
  const [first] = marks;
  // What stands before the first mark may be directives and comments, which belong to the document.
  const onlyPrologue = first !== undefined && !/^[^#%\s]/m.test(text.slice(0, first));
  const starts = onlyPrologue ? [0, ...marks.slice(1)] : [0, ...marks];
  let linesBefore = 0;
  return starts.map((start, index) => {
    const part = text.slice(start, starts[index + 1]).replace(/^\.\.\.[ \t]*\r?$/m, '');
    const before = linesBefore;
    linesBefore += text.slice(start, starts[index + 1]).split('\n').length - 1;
    return { text: part, linesBefore: before };
  });
}
