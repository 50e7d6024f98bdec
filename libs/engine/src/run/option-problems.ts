import { DEFAULT_OPTIONS, type GenerationOptions } from '@g6/generation';
import { placelessProblem, type Problem } from '@g6/problems';

/**
 * Finds what makes the options of a request no options of generation: JavaScript passes on what
 * TypeScript would refuse, such as `{}`.
 */
export function optionProblems(options: Partial<GenerationOptions> | undefined): Problem[] {
  const given: Partial<Record<string, unknown>> = { ...options };
  const wrong = Object.entries(DEFAULT_OPTIONS).filter(
    ([key, usual]) => usual !== undefined && kindOf(given[key]) !== kindOf(usual),
  );
  if (wrong.length === 0) return [];
  const what = wrong.map(([key, usual]) => `${key} (${kindOf(usual)})`).join(', ');
  const message = `these options of generation are missing or of another type: ${what}`;
  const hint = "begin with DEFAULT_OPTIONS, as in { ...DEFAULT_OPTIONS, uidPrefix: 'ops-' }";
  return [placelessProblem('options', 'option-value', message, hint)];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'nothing' : typeof value;
}
