import { CST, Lexer } from 'yaml';

/** A key, a list item, or a text at the start of a line, in block style. */
export interface BlockEntry {
  readonly kind: 'key' | 'item' | 'text';
  readonly offset: number;
  /** Characters before it in its line. */
  readonly indent: number;
  readonly startsLine: boolean;
  /** Whether nothing follows it in its line; its value may then stand in the lines below. */
  empty: boolean;
}

/**
 * Lists the keys and list items of a text in block style, sound or not. It ends early at what has no
 * indentation of this kind: brackets that are not closed, `? ` keys, a second document.
 */
export function blockEntries(text: string): readonly BlockEntry[] {
  const reader = new BlockReader(text);
  for (const token of new Lexer().lex(text)) {
    if (!reader.take(token)) break;
  }
  reader.endLine();
  return reader.entries;
}

type TokenType = CST.Token['type'] | null;

/** The start of what may become a key. */
interface Start extends Pick<BlockEntry, 'offset' | 'indent' | 'startsLine'> {
  /** Whether only an anchor or a tag was read so far. */
  bare: boolean;
}

class BlockReader {
  readonly entries: BlockEntry[] = [];
  private offset = 0;
  /** Where the current line starts, and its first token; undefined while there are only spaces. */
  private line = 0;
  private head: number | undefined;
  private brackets = 0;
  private start: Start | undefined;
  /** Whether the next token is a text, and whether that is one of `|` or `>`. */
  private textFollows = false;
  private blockText = false;

  constructor(private readonly text: string) {}

  /** Takes a token; false if the entries end here. */
  take(token: string): boolean {
    const type = this.textFollows ? 'scalar' : CST.tokenType(token);
    // The lexer marks the start of documents and texts with characters that are not in the text.
    this.textFollows = !this.textFollows && type === 'scalar';
    if (type === 'doc-mode' || this.textFollows) return true;
    if (type === 'flow-error-end') return false;
    const at = this.offset;
    this.offset += token.length;
    if (token !== '' && type !== 'space' && type !== 'newline') this.head ??= at;
    const goesOn = this.takeVisible(type, at);
    const lines = token.lastIndexOf('\n') + 1;
    if (lines > 0) {
      this.line = at + lines;
      this.head = lines === token.length ? undefined : at;
    }
    return goesOn;
  }

  /** Ends a line: what was not a key is a value, or a text by itself. */
  endLine(): void {
    const { start } = this;
    this.start = undefined;
    if (start === undefined || start.bare) return;
    if (start.startsLine) this.entries.push({ ...start, kind: 'text', empty: false });
    else this.fill(start.offset - start.indent);
  }

  private takeVisible(type: TokenType, at: number): boolean {
    if (type === 'scalar' && this.blockText) {
      this.blockText = false;
      return true;
    }
    if (type === 'block-scalar-header') this.blockText = true;
    if (type === 'flow-map-start' || type === 'flow-seq-start') this.brackets += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') this.brackets -= 1;
    return (this.brackets > 0 && this.start !== undefined) || this.takeBlock(type, at);
  }

  private takeBlock(type: TokenType, at: number): boolean {
    switch (type) {
      case 'space':
      case 'comment':
      case 'byte-order-mark':
      case 'directive-line':
        return true;
      case 'newline':
        this.endLine();
        return true;
      case 'doc-start':
        return this.entries.length === 0;
      case 'doc-end':
      case 'explicit-key-ind':
        return false;
      case 'seq-item-ind':
        this.fill(this.line);
        this.entries.push({ ...this.placeOf(at), kind: 'item', empty: true });
        return true;
      case 'map-value-ind':
        return this.takeColon();
      default:
        this.start ??= { ...this.placeOf(at), bare: true };
        if (type !== 'anchor' && type !== 'tag') this.start.bare = false;
        return true;
    }
  }

  /** Turns what stands before a colon into a key: of a text of several lines, the last line. */
  private takeColon(): boolean {
    const { start } = this;
    if (start === undefined) return false;
    if (start.offset < this.line) return this.takeLateColon(start);
    this.start = undefined;
    this.fill(this.line);
    // A second key in a line is another fault, and no matter of indentation.
    if (!start.startsLine && this.entries.at(-1)?.kind === 'key') return true;
    this.entries.push({ ...start, kind: 'key', empty: true });
    return true;
  }

  /** Reads the last line of a text as the key that it was meant to be. */
  private takeLateColon({ offset }: Start): boolean {
    // Quotes and brackets end where they are closed; only a plain text goes on by accident.
    if (/["'[{]/.test(this.text.charAt(offset))) return false;
    this.endLine();
    const line = this.text.slice(this.line, this.offset);
    const [, spaces = '', dash = ''] = /^( *)((?:- +)?)/.exec(line) ?? [];
    const place = (indent: number) => ({ offset: this.line + indent, indent });
    const { length } = spaces;
    if (dash !== '') {
      this.entries.push({ ...place(length), startsLine: true, kind: 'item', empty: false });
    }
    const startsLine = dash === '';
    this.entries.push({ ...place(length + dash.length), startsLine, kind: 'key', empty: true });
    return true;
  }

  private placeOf(offset: number) {
    return { offset, indent: offset - this.line, startsLine: offset === this.head };
  }

  /** Notes that the entry before has something in its line, if that line starts at `line`. */
  private fill(line: number): void {
    const last = this.entries.at(-1);
    if (last && last.offset >= line) last.empty = false;
  }
}
