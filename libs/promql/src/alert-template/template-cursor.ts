import type { TemplateToken } from './lex-template';
import type { TemplateFault } from './template-tree';

/** Ends parsing at the first fault; caught by the parser. */
export class ParseStop extends Error {
  constructor(readonly fault: TemplateFault) {
    super(fault.message);
  }
}

const DEEPEST = 100;

/** A way through the tokens of a template that stops at what does not fit. */
export class TemplateCursor {
  protected position = 0;
  private depth = 0;

  constructor(protected readonly tokens: readonly TemplateToken[]) {}

  /** Reads a part inside another; what nests deeper than any text for people is refused. */
  protected nested<Part>(read: () => Part): Part {
    this.depth += 1;
    if (this.depth > DEEPEST)
      this.stop(`the template nests more than ${DEEPEST} levels deep`, this.peek().from);
    const part = read();
    this.depth -= 1;
    return part;
  }

  protected expectName(keyword: string): void {
    const token = this.nextInside();
    if (token.kind !== 'string') this.stop(`${keyword} needs a name in quotes`, token.from);
    this.checkLiteral(token);
  }

  protected expectClose(keyword: string): void {
    const token = this.nextInside();
    if (token.kind !== 'close') {
      this.stop(`unexpected "${token.text}" after "${keyword}"`, token.from);
    }
  }

  /** The word that the rest of the action begins with, if it begins with one. */
  protected peekWord(): string | undefined {
    const token = this.peekInside();
    return token.kind === 'word' ? token.text : undefined;
  }

  /** The next token that is no space. */
  protected peekInside(): TemplateToken {
    while (this.peek().kind === 'space') this.position += 1;
    return this.peek();
  }

  protected nextInside(): TemplateToken {
    this.peekInside();
    return this.next();
  }

  protected peek(): TemplateToken {
    const token = this.tokens[this.position] as TemplateToken;
    if (token.kind === 'error') this.stop(token.text, token.from);
    return token;
  }

  protected next(): TemplateToken {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  protected unexpected({ text, from }: TemplateToken): never {
    const hint = /^[<>=!]/.test(text) ? 'compare with a function, as in gt $value 5.0' : undefined;
    this.stop(`unexpected "${text}"`, from, hint);
  }

  protected unclosed(kind: string, open: TemplateToken): never {
    this.stop(`{{ ${kind} }} has no {{ end }}`, open.from);
  }

  protected stop(message: string, from: number, hint?: string): never {
    throw new ParseStop({ message, from, ...(hint === undefined ? {} : { hint }) });
  }
  protected checkLiteral({ kind, text, from }: TemplateToken): void {
    if (kind === 'string' && text.startsWith('"')) {
      const bad =
        /^(?:[^\\]|\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))*/.exec(
          text,
        )?.[0].length;
      if (bad !== text.length) this.stop(`${text} has an escape that Go does not know`, from);
    }
    const character =
      /^'(?:[^\\]|\\(?:[abfnrtv\\']|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}))'$/u;
    if (kind === 'character' && !character.test(text)) {
      this.stop(`${text} is not one character; write a string in double quotes`, from);
    }
  }
}
