/** An option as JSON Schema describes it. */
export type Property = Readonly<Record<string, unknown>>;

/** A text. */
export function text(description: string): Property {
  return { type: 'string', description };
}

/** A switch, off by default. */
export function flag(description: string): Property {
  return { type: 'boolean', default: false, description };
}

/** One of several texts. */
export function choice(
  values: readonly string[],
  description: string,
  byDefault?: string,
): Property {
  return {
    type: 'string',
    enum: values,
    ...(byDefault === undefined ? {} : { default: byDefault }),
    description,
  };
}
