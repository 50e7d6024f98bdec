import { FOUND_TYPES, type FoundType } from '../found-metric';
import { LineCursor, unescapeText } from './line-cursor';

/** The content of a line that starts with `#`; a comment for people has none. */
export type Metadata =
  | { readonly says: 'type'; readonly name: string; readonly type: FoundType; readonly at: number }
  | { readonly says: 'help' | 'unit'; readonly name: string; readonly text: string }
  | { readonly says: 'end' }
  | { readonly says: 'nothing' };

const NOTHING: Metadata = { says: 'nothing' };

/**
 * Reads `# TYPE`, `# HELP`, `# UNIT` and `# EOF`.
 * @throws UnreadableLine
 */
export function parseComment(line: string): Metadata {
  const cursor = new LineCursor(line);
  cursor.skipBlanks();
  cursor.take('#');
  cursor.skipBlanks();
  const keyword = cursor.takeWord();
  if (keyword === 'EOF') {
    cursor.skipBlanks();
    return cursor.atEnd ? { says: 'end' } : NOTHING;
  }
  if (keyword !== 'TYPE' && keyword !== 'HELP' && keyword !== 'UNIT') return NOTHING;
  cursor.skipBlanks();
  const name = takeMetricName(cursor, keyword);
  cursor.skipBlanks();
  if (keyword === 'TYPE') return { says: 'type', name, at: cursor.at, type: takeType(cursor) };
  const text = line.slice(cursor.at);
  return keyword === 'HELP'
    ? { says: 'help', name, text: unescapeText(text) }
    : { says: 'unit', name, text: text.trim() };
}

function takeMetricName(cursor: LineCursor, keyword: string): string {
  const from = cursor.at;
  const name = cursor.next === '"' ? cursor.takeQuoted() : cursor.takeName(true);
  const next = cursor.next;
  if (name === '' || (next !== '' && next !== ' ' && next !== '\t')) {
    cursor.fail(`a metric name must follow "# ${keyword}"`, from);
  }
  return name;
}

function takeType(cursor: LineCursor): FoundType {
  const from = cursor.at;
  const word = cursor.takeWord();
  const wanted = word.toLowerCase();
  cursor.skipBlanks();
  if (!cursor.atEnd) cursor.fail('the line must end after the type');
  if (wanted === 'untyped') return 'unknown';
  const type = FOUND_TYPES.find((known) => known === wanted);
  return type ?? cursor.fail(unknownType(word), from);
}

function unknownType(word: string): string {
  return `unknown type "${word.slice(0, 40)}"; it is one of ${FOUND_TYPES.join(', ')}`;
}
