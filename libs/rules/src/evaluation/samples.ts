/** A series with its course: steady, or rising from 0 by so much a second. */
export interface CourseSeries {
  readonly name: string;
  readonly labels: Labels;
  readonly rises: boolean;
  readonly value: number;
}

/** A sample of an instant vector. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

/** The labels of a series without its name. */
export type Labels = Readonly<Record<string, string>>;
/** The value of an expression. */
export type Value = number | readonly Sample[];

/** A text that equal labels share. */
export function labelKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort());
}

/** The labels with these names. */
export function pick(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)));
}

/** The labels with other names than these. */
export function without(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
}
