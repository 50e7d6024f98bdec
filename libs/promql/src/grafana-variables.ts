import { type LexicalScan, scanLexically, type TextRange } from './lexical-scan';

/** A reference to a variable of Grafana: `$name`, `${name}`, `${name:format}`, `[[name]]`. */
export interface GrafanaVariable extends TextRange {
  readonly name: string;
  /** Whether it stands in a string, where Grafana puts in a value as anywhere else. */
  readonly inString: boolean;
}

/**
 * Variables that Grafana itself defines and interpolates in queries, see
 * https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables
 */
export const GLOBAL_VARIABLES: readonly string[] = [
  '__dashboard',
  '__from',
  '__interval',
  '__interval_ms',
  '__org',
  '__range',
  '__range_ms',
  '__range_s',
  '__rate_interval',
  '__rate_interval_ms',
  '__timezone',
  '__to',
  '__user',
];

/** Those that stand for a number, and those that stand for a duration. */
export const NUMBER_VARIABLES: ReadonlySet<string> = new Set([
  '__from',
  '__interval_ms',
  '__range_ms',
  '__range_s',
  '__rate_interval_ms',
  '__to',
]);
export const DURATION_VARIABLES: ReadonlySet<string> = new Set([
  '__interval',
  '__range',
  '__rate_interval',
]);

/**
 * The forms that Grafana replaces. The lengths of field and format are bounded, so that many open
 * braces cost no more than one.
 */
const REFERENCE =
  /\$(\w+)|\[\[(\w+?)(?::\w+)?\]\]|\$\{(\w+)(?:\.[^:^}]{1,200})?(?::[^}]{1,200})?\}/g;

/** Finds the variables in a text that Grafana interpolates, an expression or a variable's query. */
export function variablesIn(text: string): GrafanaVariable[] {
  return findVariables(scanLexically(text));
}

/**
 * Finds the variables of an expression in the order of the text. A number, as in `$1`, and a group
 * that a pattern names, `(?P<name>…)`, belong to `label_replace`.
 */
export function findVariables({ text, strings }: LexicalScan): GrafanaVariable[] {
  if (!text.includes('$') && !text.includes('[[')) return [];
  const groups = new Set([...text.matchAll(/\(\?P?<(\w+)>/g)].map(([, name]) => name));
  const variables: GrafanaVariable[] = [];
  let string = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    const from = match.index;
    while ((strings[string]?.to ?? Infinity) <= from) string += 1;
    const inString = (strings[string]?.from ?? Infinity) < from;
    if (/^[0-9]/.test(name) || (inString && groups.has(name))) continue;
    variables.push({ name, from, to: from + match[0].length, inString });
  }
  return variables;
}
