import type { QueryData } from '../protocol';

/** A query of a panel. */
export interface AskedQuery {
  /** The expression with its variables replaced. */
  readonly expr: string;
  /** The expression as the panel has it. */
  readonly written: string;
  /** Seconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly instant: boolean;
  /** Matchers that a user adds to every selector, as they are written there. */
  readonly filters: readonly string[];
}

/** A time range, in seconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where data comes from. */
export interface DataReads {
  readonly query: (query: AskedQuery, signal: AbortSignal) => Promise<QueryData>;
  /** The values of a label in a time range, of the series that a selector finds. */
  readonly labelValues: (
    label: string,
    selector: string | undefined,
    span: Span,
  ) => Promise<readonly string[]>;
  readonly labelNames: (selector: string | undefined, span: Span) => Promise<readonly string[]>;
}
