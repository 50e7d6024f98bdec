import { Composer, type CST, type Document, Lexer, Parser, YAMLParseError } from 'yaml';
import { withoutStackTraces } from '@g6/problems';

const OPTIONS = {
  prettyErrors: false,
  // The plain value reports repeated keys, by name.
  uniqueKeys: false,
  // Whatever version a `%YAML` directive names: no merge keys, dates or yes-and-no booleans.
  schema: 'core',
  merge: false,
} as const;

/** After so many parts that are out of place nothing that follows could be told apart any more. */
const MOST_STRAY_PARTS = 1_000;
const STRAY = new Set<CST.Token['type']>(['directive', 'doc-end', 'error']);
/** What may stand between a value and the end of its line; the brackets are those of the value. */
const ENDING = new Set<CST.Token['type']>([
  'space',
  'comment',
  'newline',
  'flow-map-end',
  'flow-seq-end',
]);

/** A document with the positions of everything in it. */
export interface ParsedDocument {
  readonly document: Document.Parsed;
  /** Where reading ended if that is before the end of the text. */
  readonly end: number | undefined;
}

/**
 * Parses a text as `parseDocument` of the library does, except that it ends at the thousandth part that
 * is out of place. The lexemes of the text are found if they are not given.
 */
export function parseDocument(
  text: string,
  lexemes: Iterable<string> = new Lexer().lex(text),
): ParsedDocument {
  return withoutStackTraces(() => {
    const parser = new BoundedParser();
    const composer = new Composer(OPTIONS);
    const documents = composer.compose(parser.parse(lexemes), true, text.length);
    // The end of a text makes a document if nothing else did.
    const document = documents.next().value as Document.Parsed;
    const next: Document.Parsed | undefined = documents.next().value ?? undefined;
    if (next) {
      const [start, end] = next.range;
      document.errors.push(
        new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'the text has several documents'),
      );
    }
    return { document, end: parser.end };
  });
}

class BoundedParser {
  /** Where parsing ended if it did so early. */
  end: number | undefined;
  private readonly parser = new Parser();
  private stray = 0;

  *parse(lexemes: Iterable<string>): Generator<CST.Token> {
    const { parser } = this;
    for (const lexeme of lexemes) {
      for (const token of parser.next(lexeme)) {
        if (STRAY.has(token.type) && this.isOneTooMany()) return;
        yield token;
      }
      if (endsWithStrayPart(parser.stack.at(-1)) && this.isOneTooMany()) break;
    }
    yield* parser.end();
  }

  private isOneTooMany(): boolean {
    if (++this.stray <= MOST_STRAY_PARTS) return false;
    this.end = this.parser.offset;
    return true;
  }
}

function endsWithStrayPart(open: CST.Token | undefined): boolean {
  if (!open || !('end' in open)) return false;
  const last = open.end.at(-1);
  return last !== undefined && !ENDING.has(last.type);
}
