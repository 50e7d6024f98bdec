/** A rule that records a series. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A rule that alerts. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Rules that Prometheus evaluates one after the other. */
export interface RuleGroup<Rule> {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly Rule[];
}

/** A file of rules as Prometheus reads it. */
export interface RuleFile<Rule> {
  readonly groups: readonly RuleGroup<Rule>[];
}

/** What a workspace may set about its rules. */
export interface RuleOptions {
  /** How often groups are evaluated; default 30s. */
  readonly interval: string;
  /** Value of the label `job` of recorded series; empty for none; default `g6_platform`. */
  readonly job: string;
  /** Whether to record, beside what panels read, what they could read; default false. */
  readonly suggest: boolean;
}

export const DEFAULT_RULE_OPTIONS: RuleOptions = {
  interval: '30s',
  job: 'g6_platform',
  suggest: false,
};
