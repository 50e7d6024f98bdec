/** A text in quotes, where a value can begin, or a bracket. */
const FLOW = /(?<![^\s,[{:])(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')|[[\]{}]/g;
/** What stands before a bracket that begins a value, and is not one in the midst of a text. */
const VALUE_FOLLOWS = /(?:^|\n|[:-] ) *$/;
/** What stands before a key, inside a mapping in braces. */
const KEY_FOLLOWS = /[{,]\s*$/;
/** The indentation of a line with the marks of list items in it. */
const BEGINNING = /^ *(?:- +)*/;

/**
 * Whether js-yaml reads the quotes and brackets of a text as YAML asks. It also reads those that go on in a line that is
 * not indented more than the key or the list item that they belong to, and lists and mappings as keys. This may say no to
 * what is sound.
 */
export function isSoundFlow(text: string): boolean {
  const open: string[] = [];
  let start = 0;
  let isValue = false;
  for (const { 0: part, index } of text.matchAll(FLOW)) {
    if (part.length > 1) {
      if (!isSoundText(part) || !isIndented(text, index, index + part.length)) return false;
    } else if (part === '[' || part === '{') {
      if (open.length === 0) {
        start = index;
        isValue = VALUE_FOLLOWS.test(before(text, index));
      } else if (isValue && open.at(-1) === '{' && KEY_FOLLOWS.test(before(text, index))) {
        return false;
      }
      open.push(part);
    } else {
      // A bracket in a text may have been taken for another one.
      if (open.pop() === undefined) return false;
      if (open.length === 0 && !isIndented(text, start, index + 1)) return false;
    }
  }
  return open.length === 0;
}

/** Whether js-yaml joins the lines of a text in quotes as YAML asks: it keeps a space before the end of a line. */
function isSoundText(quoted: string): boolean {
  return !quoted.includes(' \n');
}

/** The end of the text before an offset. */
function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 80), offset);
}

/** Whether the lines after the first of a part of a text stand further right than what the part belongs to. */
function isIndented(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  if (!part.includes('\n')) return true;
  const least = leastIndent(text.slice(text.lastIndexOf('\n', start) + 1, start));
  const [, ...lines] = part.split('\n');
  // A bracket that closes may stand right below the beginning of its line.
  const isClosing = /^ *[\]}]$/.test(lines.at(-1) ?? '') && /^[[{]/.test(part);
  return lines.every((line, place) => {
    const content = line.trimStart();
    const needed = isClosing && place === lines.length - 1 ? least - 1 : least;
    return content === '' || line.length - content.length >= needed;
  });
}

/** The least indentation of what continues a value, by what stands before the value in its line. */
function leastIndent(start: string): number {
  const [{ length } = ''] = BEGINNING.exec(start) ?? [];
  // After a key; otherwise after the mark of an item; otherwise below the beginning of the value itself.
  if (length < start.length) return length + 1;
  return start.includes('-') ? start.lastIndexOf('-') + 1 : Math.max(length, 1);
}
