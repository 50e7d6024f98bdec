import { type Document, type ErrorCode, type LineCounter, visit, type YAMLError } from 'yaml';
import { count } from '@g6/problems';
import { type BlockEntry, blockEntries } from './block-entries';
import { findMisindentation, type Misindentation } from './indentation';
import type { ParsedDocument } from './parse-document';

/** A fault of the text as YAML. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Words the errors of a document that is not YAML. One mistake often causes several parser errors: the
 * first of a line is the useful one, and everything after a wrong indentation or a tab follows from it.
 */
export function syntaxFaults(
  text: string,
  { document, end }: ParsedDocument,
  lines: LineCounter,
): readonly SyntaxFault[] {
  const faults = faultsOf(document, text.slice(0, end), lines);
  return end === undefined ? faults : [...faults, { offset: end, message: UNREAD }];
}

function faultsOf(document: Document.Parsed, text: string, lines: LineCounter): SyntaxFault[] {
  const tabs = document.errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const faults = firstOfEachLine(withoutRepeatedTabs(document.errors), lines).map((error) => ({
    offset: placeOf(error, document),
    message: wordingOf(error, tabs.length),
  }));
  if (tabs[0]) {
    const tabbed = lines.linePos(tabs[0].pos[0]).line;
    return faults.filter((fault) => lines.linePos(fault.offset).line <= tabbed);
  }
  const found = findMisindentation(blockEntries(text));
  if (found === undefined) return faults;
  const { offset } = found.entry;
  const first = lines.linePos(offset).line;
  return [
    ...faults.filter((fault) => lines.linePos(fault.offset).line < first - 1),
    { offset, message: misindentationWording(found, lines) },
  ];
}

const UNREAD = 'the rest of the file is not read, because so much before it is out of place';

function withoutRepeatedTabs(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => code === 'TAB_AS_INDENT');
  return errors.filter((error) => error.code !== 'TAB_AS_INDENT' || error === first);
}

function firstOfEachLine(errors: readonly YAMLError[], lines: LineCounter): YAMLError[] {
  const seen = new Set<number>();
  return errors.filter((error, index) => {
    if (index > 0 && error.message.includes('token in YAML stream')) return false;
    const { line } = lines.linePos(error.pos[0]);
    return !seen.has(line) && seen.add(line);
  });
}

const NOUNS: Readonly<Record<BlockEntry['kind'], string>> = {
  key: 'key',
  item: 'list item',
  text: 'text',
};

function misindentationWording({ entry, other }: Misindentation, lines: LineCounter): string {
  const noun = NOUNS[entry.kind];
  if (entry.kind === 'text') {
    return 'this text belongs to no key: a ":" is missing, or it stands too far left';
  }
  if (other === undefined) {
    return entry.kind === 'key'
      ? 'a key stands among list items; start it with "- ", or change its indentation'
      : 'a list item stands among keys; change its indentation, or remove the "- "';
  }
  const { line, col } = lines.linePos(other.offset);
  const { col: own } = lines.linePos(entry.offset);
  const rival = other.kind === entry.kind ? 'that' : `the ${NOUNS[other.kind]}`;
  return `the indentation is off: this ${noun} starts in column ${own}, ${rival} in line ${line} in column ${col}`;
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
  ['BLOCK_IN_FLOW', /^/, 'a "," is missing, or a list in block style stands inside { } or [ ]'],
  ['MULTIPLE_DOCS', /^/, 'a second document starts here; a file holds one'],
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

function wordingOf({ code, message }: YAMLError, tabs: number): string {
  if (code === 'TAB_AS_INDENT') {
    const others = tabs > 1 ? ` and ${count(tabs - 1, 'other')}` : '';
    return `a tab indents this line${others}; YAML takes spaces only`;
  }
  const [line = message] = message.split('\n', 1);
  const found = WORDINGS.find(([of, pattern]) => of === code && pattern.test(line));
  if (!found) return line.charAt(0).toLowerCase() + line.slice(1);
  const [, pattern, wording] = found;
  const [, detail = ''] = pattern.exec(line) ?? [];
  return wording.replace('$1', () => detail);
}
