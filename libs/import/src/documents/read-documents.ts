import { addAll, type Problem } from '@g6/problems';
import { readYaml, type SourceFile, tooDeepAt } from '@g6/yaml';
import { type ForeignDocument, JsonDocument, YamlDocument } from './foreign-document';

/** The documents of a file, and everything that is wrong with its syntax. */
export interface DocumentsReading {
  readonly documents: readonly ForeignDocument[];
  readonly problems: readonly Problem[];
}

/** The most documents of a stream that are read. */
const MOST_DOCUMENTS = 10_000;

/** How many brackets may be open at once in JSON. */
const DEEPEST_JSON = 1_000;

/** Reads a JSON file, or a stream of YAML documents; empty documents are passed over. */
export function readDocuments(source: SourceFile): DocumentsReading {
  const json = readJson(source);
  if (json) return { documents: [json], problems: [] };
  if (WEB_PAGE.test(source.text)) return { documents: [], problems: [webPage(source.path)] };
  const documents: ForeignDocument[] = [];
  const problems: Problem[] = [];
  const parts = splitStream(source.text);
  const [beyond] = parts.splice(MOST_DOCUMENTS);
  for (const { text, linesBefore } of parts) {
    const reading = readYaml({ path: source.path, text });
    addAll(
      problems,
      reading.problems.map((found) => ({ ...found, line: found.line + linesBefore })),
    );
    if (reading.file?.value === null || reading.file?.value === undefined) continue;
    documents.push(new YamlDocument(reading.file, linesBefore));
  }
  if (beyond) {
    const message = `a file has at most ${MOST_DOCUMENTS} documents; the rest is not read`;
    const place = { file: source.path, line: beyond.linesBefore + 1, column: 1 };
    problems.push({ ...place, code: 'import-limit', severity: 'warning', message });
  }
  return { documents, problems };
}

/** The beginning of what a server sends to a browser. */
const WEB_PAGE = /^\s*<(?:!doctype html|html)\b/i;

function webPage(file: string): Problem {
  return {
    ...{ file, line: 1, column: 1, code: 'import-unreadable', severity: 'error' },
    message: 'this is a web page, not JSON or YAML',
    hint: 'a server sends one where somebody has to sign in',
  };
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
