/** Values of variables by name; a list for a variable with several values. */
export type Variables = Readonly<Record<string, string | readonly string[]>>;

const VARIABLE = /\$(\w+)|\$\{(\w+)(?:\.[\w.]+)?(?::(\w+))?\}|\[\[(\w+)(?::(\w+))?\]\]/g;

/**
 * Replaces `$name`, `${name}`, `${name:format}` and `[[name]]`. A list becomes a regular expression,
 * as the Prometheus datasource writes it; a variable without a value stays.
 */
export function interpolate(text: string, variables: Variables): string {
  return text.replace(VARIABLE, (whole: string, ...groups: readonly unknown[]) => {
    const [plain, braced, format, bracketed, bracketFormat] = groups as (string | undefined)[];
    const name = plain ?? braced ?? bracketed ?? '';
    if (!Object.hasOwn(variables, name)) return whole;
    return formatValue(variables[name] ?? '', format ?? bracketFormat);
  });
}

/** Replaces variables in a text for people, where the values of a list stand one after the other. */
export function interpolateTitle(text: string, variables: Variables): string {
  const words = Object.entries(variables).map(([name, value]) => {
    return [name, typeof value === 'string' ? value : value.join(' + ')] as const;
  });
  return interpolate(text, Object.fromEntries(words));
}

function formatValue(value: string | readonly string[], format: string | undefined): string {
  const values = typeof value === 'string' ? [value] : value;
  switch (format) {
    case 'csv':
    case 'text':
      return values.join(',');
    case 'pipe':
      return values.join('|');
    case 'raw':
      return values.join(',');
    case 'doublequote':
      return values.map((one) => JSON.stringify(one)).join(',');
    default:
      if (typeof value === 'string' && format !== 'regex') return value;
      return values.length === 1 ? escaped(values[0] ?? '') : `(${values.map(escaped).join('|')})`;
  }
}

/** A text in a regular expression inside a PromQL string. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\\\$&');
}
