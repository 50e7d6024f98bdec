import { type Config, DEFAULT_CONFIG, type RuleSettings, ruleSettings } from '@g6/settings';

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
  readonly keep_firing_for?: string;
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

/** The options of rules. */
export interface RuleOptions extends RuleSettings {
  /** Whether to record, besides what panels read, what they could read; default false. */
  readonly suggest: boolean;
}

/** The options of rules that a configuration asks for. */
export function ruleOptions(config: Config, suggest: boolean): RuleOptions {
  return { ...ruleSettings(config), suggest };
}

/** The options of rules of a workspace that sets nothing. */
export const DEFAULT_RULE_OPTIONS: RuleOptions = ruleOptions(DEFAULT_CONFIG, false);
