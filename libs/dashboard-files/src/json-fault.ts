/** A token of JSON, or nothing where there is none; blanks go before it. */
const TOKEN =
  /[ \t\r\n]*([[\]{}:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null)?/y; // eslint-disable-line no-control-regex -- JSON allows none in texts

/** The token that may come next: a value, a key, the colon after it, or what follows a value. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next';

/**
 * Finds where a text stops being JSON, as ` at line 3, column 7`. JSON.parse knows, and tells it only
 * for some faults, and in other words in each version of Node.js.
 */
export function placeOfFault(text: string): string {
  const until = text.slice(0, faultOffset(text));
  return ` at line ${until.split('\n').length}, column ${until.length - until.lastIndexOf('\n')}`;
}

function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const [whole = '', token] = TOKEN.exec(text) ?? [];
    const at = TOKEN.lastIndex - (token?.length ?? 0);
    if (token === undefined || whole === '') return at;
    const next = nextExpected(token, expected, open);
    if (next === undefined) return at;
    expected = next;
  }
}

function nextExpected(token: string, expected: Expected, open: string[]): Expected | undefined {
  const isText = token.startsWith('"');
  switch (expected) {
    case ':':
      return token === ':' ? 'value' : undefined;
    case 'next':
      return afterValue(token, open);
    case 'key':
    case 'key or }':
      if (isText) return ':';
      return token === '}' && expected === 'key or }' ? closed(open) : undefined;
    default:
      if (token === '[' || token === '{') {
        open.push(token);
        return token === '[' ? 'value or ]' : 'key or }';
      }
      if (token === ']' && expected === 'value or ]') return closed(open);
      return isText || /^[-0-9tfn]/.test(token) ? 'next' : undefined;
  }
}

function afterValue(token: string, open: string[]): Expected | undefined {
  const inside = open.at(-1);
  if (token === ',' && inside !== undefined) return inside === '[' ? 'value' : 'key';
  const closes = (token === ']' && inside === '[') || (token === '}' && inside === '{');
  return closes ? closed(open) : undefined;
}

function closed(open: string[]): Expected {
  open.pop();
  return 'next';
}
