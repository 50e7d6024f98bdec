import { Composer, type CST, type Document, Parser, YAMLParseError } from 'yaml';
import { withoutStackTraces } from '@g6/problems';

const OPTIONS = {
  prettyErrors: false,
  // The plain value reports repeated keys, by name.
  uniqueKeys: false,
  // Whatever version a `%YAML` directive names: no merge keys, dates or yes-and-no booleans.
  schema: 'core',
  merge: false,
} as const;

/** After so many parts outside of the document nothing that follows could be told apart any more. */
const MOST_STRAY_PARTS = 1_000;
const STRAY = new Set<CST.Token['type']>(['directive', 'doc-end', 'error']);

/**
 * Parses a text with the positions of everything in it, as `parseDocument` of the library does, except
 * that it gives up a text that consists of parts outside of any document.
 */
export function parseDocument(text: string): Document.Parsed {
  return withoutStackTraces(() => {
    const tokens = untilTooManyStrayParts(new Parser().parse(text));
    const documents = new Composer(OPTIONS).compose(tokens, true, text.length);
    // The end of a text makes a document if nothing else did.
    const document = documents.next().value as Document.Parsed;
    const next: Document.Parsed | undefined = documents.next().value ?? undefined;
    if (next) {
      const [start, end] = next.range;
      document.errors.push(
        new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'the text has several documents'),
      );
    }
    return document;
  });
}

function* untilTooManyStrayParts(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  let stray = 0;
  for (const token of tokens) {
    if (STRAY.has(token.type) && ++stray > MOST_STRAY_PARTS) return;
    yield token;
  }
}
