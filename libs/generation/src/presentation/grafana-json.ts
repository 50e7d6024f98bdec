/**
 * A Grafana type as it stands in JSON: read-only, and with the literal values of its enums, so that
 * `'hidden'` is checked without loading Grafana's enums at run time.
 */
export type GrafanaJson<T> = T extends string
  ? `${T}`
  : T extends (...args: never[]) => unknown
    ? never
    : T extends readonly (infer Item)[]
      ? readonly GrafanaJson<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: GrafanaJson<T[Key]> }
        : T;
