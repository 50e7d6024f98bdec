import type { Position } from '@g6/problems';

/** A recording rule or an alerting rule as a rule file has it. */
export interface FoundRule {
  readonly kind: 'record' | 'alert';
  /** The name of the series or of the alert. */
  readonly name: string;
  readonly expr: string;
  readonly for?: string;
  readonly keepFiringFor?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /**
   * The metric that the expression is about: the first that it selects, through recording rules of
   * the same files, without the suffixes of histograms. Undefined if it selects none by name.
   */
  readonly metric?: string;
  readonly place: Position;
}

/** A group of rules. */
export interface FoundRuleGroup {
  readonly name: string;
  readonly interval?: string;
  readonly limit?: number;
  readonly queryOffset?: string;
  /** Labels that the group adds to each of its rules. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rules: readonly FoundRule[];
  readonly place: Position;
}
