/** The kinds of tokens of a Go template; punctuation that means nothing by itself is `char`. */
export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'word'
  | 'variable'
  | 'field'
  | 'number'
  | 'string'
  | 'character'
  | '.'
  | '('
  | ')'
  | '|'
  | '='
  | ':='
  | 'char'
  | 'error'
  | 'end of text';

/** A token of a template; the text of an `error` is its message. */
export interface TemplateToken {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset in the template. */
  readonly from: number;
}

/** The kinds of tokens that an operand can begin with. */
export const OPERAND_STARTS = new Set<TokenKind>([
  'word',
  'variable',
  'field',
  'number',
  'string',
  'character',
  '.',
  '(',
]);

/**
 * Splits a template into tokens by the rules of Go's `text/template/parse`. The last token is the
 * end of the text, or the first error.
 */
export function lexTemplate(text: string): TemplateToken[] {
  return new TemplateLexer(text).run();
}

const SPACE = /[ \t\r\n]/;
const WORD = /[\p{L}\p{Nd}_]*/uy;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]*|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*)(?:\.[0-9a-fA-F_]*?(?=[^0-9_]|$))?(?:[eEpP][+-]?[0-9_]*)?i?/y;
/** Strings as Go writes them; a line ends one in double or single quotes. */
const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])*'/y;
const RAW = /`[^`]*`/y;

class TemplateLexer {
  private readonly tokens: TemplateToken[] = [];
  private at = 0;
  private parens = 0;

  constructor(private readonly text: string) {}

  run(): TemplateToken[] {
    while (this.at < this.text.length) {
      const open = this.text.indexOf('{{', this.at);
      const end = open < 0 ? this.text.length : open;
      if (end > this.at) this.push('text', end);
      if (open >= 0 && !this.lexAction()) return this.tokens;
    }
    this.push('end of text', this.at);
    return this.tokens;
  }

  /** Reads `{{ … }}`; false if an error ends the tokens. */
  private lexAction(): boolean {
    const open = this.at;
    const trims = this.text.startsWith('{{-', open) && SPACE.test(this.text.charAt(open + 3));
    const inside = open + (trims ? 4 : 2);
    if (this.text.startsWith('/*', inside)) return this.skipComment(open, inside);
    this.push('open', inside);
    this.parens = 0;
    for (;;) {
      const close = this.closing();
      if (close > 0 && this.parens > 0) return this.fail('a parenthesis is not closed');
      if (close > 0) {
        this.push('close', this.at + close);
        return true;
      }
      if (this.at >= this.text.length) return this.fail('the action is not closed with }}', open);
      if (!this.lexToken()) return false;
    }
  }

  private skipComment(open: number, inside: number): boolean {
    const end = this.text.indexOf('*/', inside);
    if (end < 0) return this.fail('the comment is not closed with */', open);
    this.at = end + 2;
    const close = this.closing();
    if (close === 0) return this.fail('nothing may follow a comment in its action');
    this.at += close;
    return true;
  }

  /** The length of `}}` or ` -}}` at this place; 0 if neither is here. */
  private closing(): number {
    if (this.text.startsWith('}}', this.at)) return 2;
    return SPACE.test(this.text.charAt(this.at)) && this.text.startsWith('-}}', this.at + 1)
      ? 4
      : 0;
  }

  private lexToken(): boolean {
    const character = this.text.charAt(this.at);
    if (SPACE.test(character)) return this.lexSpace();
    if (/[0-9+-]/.test(character)) return this.lexNumber();
    switch (character) {
      case '"':
        return this.lexString(QUOTED, 'string', 'the string is not closed');
      case '`':
        return this.lexString(RAW, 'string', 'the raw string is not closed');
      case "'":
        return this.lexString(CHARACTER, 'character', 'the character constant is not closed');
      case '$':
        return this.lexName('variable', 1);
      case '.':
        return /[0-9]/.test(this.text.charAt(this.at + 1))
          ? this.lexNumber()
          : this.lexName('field', 1);
      case '(':
        this.parens += 1;
        return this.push('(', this.at + 1);
      case ')':
        if (this.parens === 0) return this.fail('unexpected ")"');
        this.parens -= 1;
        return this.push(')', this.at + 1);
      case '|':
      case '=':
        return this.push(character, this.at + 1);
      case ':':
        if (!this.text.startsWith(':=', this.at)) return this.fail('":" stands only in ":="');
        return this.push(':=', this.at + 2);
    }
    if (this.match(WORD, this.at) > this.at) return this.lexName('word', 0);
    if (/[!-~]/.test(character)) return this.push('char', this.at + 1);
    return this.failAtCharacter();
  }

  private lexSpace(): boolean {
    let end = this.at;
    while (SPACE.test(this.text.charAt(end)) && !this.text.startsWith('-}}', end + 1)) end += 1;
    return this.push('space', end);
  }

  private lexString(pattern: RegExp, kind: TokenKind, open: string): boolean {
    const end = this.match(pattern, this.at);
    return end < 0 ? this.fail(open) : this.push(kind, end);
  }

  private lexName(kind: 'variable' | 'field' | 'word', sign: number): boolean {
    const end = this.match(WORD, this.at + sign);
    const from = this.at;
    this.push(kind === 'field' && end === from + 1 ? '.' : kind, end);
    return this.isTerminated() || this.failAtCharacter();
  }

  private lexNumber(): boolean {
    const end = this.match(NUMBER, this.at);
    const next = this.match(WORD, end);
    const written = this.text.slice(this.at, next);
    if (next > end) return this.fail(`"${written}" is not a number`);
    if (!/[0-9]/.test(written)) {
      return this.fail(`unexpected "${written}"; templates have no arithmetic`);
    }
    return this.push('number', end);
  }

  /** Whether a name can end here. */
  private isTerminated(): boolean {
    const character = this.text.charAt(this.at);
    return character === '' || /[ \t\r\n.,|:()]/.test(character) || this.closing() > 0;
  }

  private failAtCharacter(): boolean {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    const hint = character === '-' || character === '[' ? '; write index $labels "the-name"' : '';
    return this.fail(`unexpected "${character}"${hint}`);
  }

  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    const match = pattern.exec(this.text);
    return match ? at + match[0].length : -1;
  }

  private push(kind: TokenKind, to: number): true {
    this.tokens.push({ kind, text: this.text.slice(this.at, to), from: this.at });
    this.at = to;
    return true;
  }

  private fail(message: string, from = this.at): false {
    this.tokens.push({ kind: 'error', text: message, from });
    return false;
  }
}
