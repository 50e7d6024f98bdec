import { didYouMean, type Problem } from '@g6/problems';
import { GLOBAL_VARIABLES, variablesIn } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { quoteExpr } from './metrics-spec/check-expressions';

/** A text that names variables, and what they can be. */
export interface VariableText {
  readonly ref: YamlRef;
  readonly text: string;
  /** The variables of the dashboard. */
  readonly known: readonly string[];
  /** Names the dashboard in messages. */
  readonly dashboard: string;
  /** The variable that the text defines, if it defines one. */
  readonly self?: string | undefined;
}

/** Finds the variables in a text that neither its dashboard nor Grafana itself has. */
export function undefinedVariables({ ref, text, known, dashboard, self }: VariableText): Problem[] {
  const defined = [...known, ...GLOBAL_VARIABLES];
  const unknown = variablesIn(text).filter(({ name }) => !defined.includes(name));
  if (unknown.length === 0) return [];
  const quoted = quoteExpr(text);
  return unknown.map(({ name, from }) => ({
    ...ref.file.locateInText(ref.path, from),
    code: 'variable-undefined',
    severity: 'error',
    message:
      name === self
        ? `the variable "${name}" refers to itself`
        : `${dashboard} has no variable "${name}", in ${quoted}`,
    ...(name === self ? {} : { hint: didYouMean(name, defined) ?? listVariables(known) }),
  }));
}

/** The variables of a dashboard, for a hint. */
export function listVariables(names: readonly string[]): string {
  const listed = names.map((name) => `$${name}`).join(', ');
  return `it has ${listed}, and those of Grafana such as $__rate_interval`;
}
