import { parse, type ParseError } from 'papaparse';

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

/** The records of a CSV text, and what ended them before the text did. */
export interface CsvReading {
  readonly records: readonly CsvRecord[];
  readonly fault?: CsvFault;
}

/** Splits a CSV text by RFC 4180 into records, blank ones left out. All of them end as the first one does. */
export function readCsv(text: string): CsvReading {
  const lines = new LineCounter(text);
  const records: CsvRecord[] = [];
  let fault: CsvFault | undefined;
  let start = 0;
  parse<string[]>(text, {
    delimiter: ',',
    step: ({ data: cells, errors, meta: { cursor } }, parser) => {
      const line = lines.at(start);
      const kind = quotingFault(cells, errors, text.slice(start, cursor));
      start = cursor;
      if (kind !== undefined) {
        fault = { line, kind };
        parser.abort();
      } else if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ line, cells });
    },
  });
  return fault === undefined ? { records } : { records, fault };
}

function quotingFault(
  cells: readonly string[],
  errors: readonly ParseError[],
  written: string,
): CsvFault['kind'] | undefined {
  if (!written.includes('"')) return undefined;
  const codes = errors.map(({ code }) => code);
  if (codes.includes('InvalidQuotes')) return 'text-after-quote';
  if (codes.includes('MissingQuotes')) return 'open-quote';
  const isBare = (cell: string) =>
    cell.includes('"') && !written.includes(`"${cell.replaceAll('"', '""')}"`);
  return cells.some(isBare) ? 'quote-inside' : undefined;
}

/** Counts lines up to rising offsets, as an editor does. */
class LineCounter {
  private offset = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  at(offset: number): number {
    for (; this.offset < offset; this.offset++) {
      const code = this.text.charCodeAt(this.offset);
      const isEnd =
        code === LINE_FEED ||
        (code === CARRIAGE_RETURN && this.text.charCodeAt(this.offset + 1) !== LINE_FEED);
      if (isEnd) this.line += 1;
    }
    return this.line;
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
