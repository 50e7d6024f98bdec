import { variablesIn } from '@g6/promql';

/** The values that a reader chose for a variable. */
export interface ChosenValue {
  readonly values: readonly string[];
  /** Whether several can be chosen; Grafana writes them as a regular expression then. */
  readonly several: boolean;
  /** What stands for All, verbatim. */
  readonly verbatim?: string | undefined;
}

/** Values of variables by name. */
export type Choice = ReadonlyMap<string, ChosenValue>;

/** A text as Grafana sends it to Prometheus; a variable without a value stays. */
export function interpolate(text: string, choice: Choice): string {
  let written = '';
  let at = 0;
  for (const { name, from, to } of variablesIn(text)) {
    const chosen = choice.get(name);
    if (!chosen) continue;
    const [, format] = /:([a-z]+)(?:\}|\]\])$/.exec(text.slice(from, to)) ?? [];
    written += text.slice(at, from) + spell(chosen, format);
    at = to;
  }
  return written + text.slice(at);
}

function spell({ values, several, verbatim }: ChosenValue, format: string | undefined): string {
  if (verbatim !== undefined) return verbatim;
  switch (format) {
    case 'csv':
    case 'raw':
      return values.join(',');
    case 'pipe':
      return values.join('|');
    default: {
      const [first = ''] = values;
      if (values.length === 1 && !several && format !== 'regex') return escapeText(first);
      const escaped = values.map(escapePattern);
      return escaped.length === 1 ? (escaped[0] ?? '') : `(${escaped.join('|')})`;
    }
  }
}

function escapeText(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

/** A text in a regular expression inside a string of PromQL. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\\\$&').replace(/"/g, '\\"');
}
