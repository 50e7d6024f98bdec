/** One record of a CSV text, with the line on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Quoting that is broken, in the record that starts on a line: nothing after it can be trusted. */
export interface CsvFault {
  readonly line: number;
  readonly kind: 'open-quote' | 'quote-inside' | 'text-after-quote';
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/**
 * Splits a CSV text by RFC 4180 into records, blank ones left out. Records end with CRLF, LF or CR.
 * Each character is looked at once: a megabyte of the oddest text takes a few milliseconds.
 */
export class CsvReader {
  /** What ended the records before the text did. */
  fault: CsvFault | undefined;
  private at = 0;
  /** The line of the next character. */
  private line = 1;

  constructor(private readonly text: string) {}

  /** The next record; undefined after the last one, and from a fault on. */
  next(): CsvRecord | undefined {
    while (!this.fault && this.at < this.text.length) {
      const { line } = this;
      const cells = this.record();
      if (typeof cells === 'string') this.fault = { line, kind: cells };
      else if (cells.length > 1 || cells[0]?.trim() !== '') return { line, cells };
    }
    return undefined;
  }

  /** The cells of the record that starts here, or what is wrong with it. */
  private record(): string[] | CsvFault['kind'] {
    const cells: string[] = [];
    for (;;) {
      const isQuoted = this.text.charCodeAt(this.at) === QUOTE;
      const cell = isQuoted ? this.quotedCell() : this.plainCell();
      if (cell === undefined) return isQuoted ? 'open-quote' : 'quote-inside';
      cells.push(cell);
      const next = this.text.charCodeAt(this.at);
      if (next !== COMMA) return this.endLine() ? cells : 'text-after-quote';
      this.at += 1;
    }
  }

  /** Reads up to the end of a cell without quotes; undefined if it contains one. */
  private plainCell(): string | undefined {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === COMMA || code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code === QUOTE) return undefined;
    }
    return this.text.slice(start, this.at);
  }

  /** Reads a cell in quotes, in which a doubled quote stands for one; undefined if it has no end. */
  private quotedCell(): string | undefined {
    const start = this.at + 1;
    let end = this.text.indexOf('"', start);
    while (end >= 0 && this.text.charCodeAt(end + 1) === QUOTE) {
      end = this.text.indexOf('"', end + 2);
    }
    if (end < 0) return undefined;
    this.at = end + 1;
    const cell = this.text.slice(start, end);
    this.line += lineEndsIn(cell);
    return cell.replaceAll('""', '"');
  }

  /** Passes the end of a line, or of the text; false if there is neither. */
  private endLine(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) return this.at >= this.text.length;
    this.at += 1;
    if (code === CARRIAGE_RETURN && this.text.charCodeAt(this.at) === LINE_FEED) this.at += 1;
    this.line += 1;
    return true;
  }
}

function lineEndsIn(cell: string): number {
  return cell.match(/\r\n?|\n/g)?.length ?? 0;
}
