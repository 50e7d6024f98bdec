/** Why a line cannot be read, with the offset at which that shows. */
export class UnreadableLine extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Walks through one line of an exposition; each step takes what it reads. */
export class LineCursor {
  at = 0;

  constructor(
    readonly line: string,
    readonly end = line.length,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  /** The character here, or an empty text at the end. */
  get next(): string {
    return this.atEnd ? '' : this.line.charAt(this.at);
  }

  skipBlanks(): void {
    for (; this.at < this.end; this.at++) {
      const code = this.line.charCodeAt(this.at);
      if (code !== 32 && code !== 9) return;
    }
  }

  /** Takes a character if it is here. */
  take(character: string): boolean {
    if (this.next !== character) return false;
    this.at += 1;
    return true;
  }

  /** Takes what stands up to the next blank. */
  takeWord(): string {
    const start = this.at;
    for (; this.at < this.end; this.at++) {
      const code = this.line.charCodeAt(this.at);
      if (code === 32 || code === 9) break;
    }
    return this.line.slice(start, this.at);
  }

  /** Takes the letters, digits, `_` and, if wanted, `:` of a name; may be empty. */
  takeName(colons: boolean): string {
    const start = this.at;
    for (; this.at < this.end; this.at++) {
      if (!isNameCode(this.line.charCodeAt(this.at), this.at > start, colons)) break;
    }
    return this.line.slice(start, this.at);
  }

  /** Takes a quoted text with its escapes `\\`, `\"` and `\n`. */
  takeQuoted(): string {
    const opened = this.at;
    this.at += 1;
    const start = this.at;
    let escaped = false;
    for (; this.at < this.end; this.at++) {
      const code = this.line.charCodeAt(this.at);
      if (code === BACKSLASH) {
        escaped = true;
        this.at += 1;
      } else if (code === QUOTE) {
        const text = this.line.slice(start, this.at);
        this.at += 1;
        return escaped ? unescapeText(text) : text;
      }
    }
    throw new UnreadableLine(opened, 'the quote " that opens here is not closed');
  }

  fail(message: string, offset = this.at): never {
    throw new UnreadableLine(offset, message);
  }
}

function isNameCode(code: number, digits: boolean, colons: boolean): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    (colons && code === 58) ||
    (digits && code >= 48 && code <= 57)
  );
}

/** The text that escapes stand for; an unknown escape stands for itself, as in Prometheus. */
export function unescapeText(text: string): string {
  return text.replace(/\\(.)/g, (escape, character: string) => {
    if (character === 'n') return '\n';
    return character === '\\' || character === '"' ? character : escape;
  });
}
