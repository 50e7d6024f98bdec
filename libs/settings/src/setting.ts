/**
 * How a setting is declared. This file and `settings.ts` are plain data without zod, because the
 * inference of the Nx plugin reads them whenever Nx starts.
 */

/** A file or a folder. */
interface PathField {
  readonly kind: 'path';
  readonly default: string | undefined;
}

/** A file of the workspace with code, or a package by its name. */
interface ModuleField {
  readonly kind: 'module';
  readonly default: undefined;
}

/** A text; `refusal` is the message for one that is empty or does not match the pattern. */
interface TextField {
  readonly kind: 'text';
  readonly pattern?: RegExp;
  /** `{value}` stands for the refused text. */
  readonly refusal?: string;
  readonly default: string | undefined;
}

/** One of a few words. */
interface ChoiceField {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
}

/** On or off. */
interface SwitchField {
  readonly kind: 'switch';
  readonly default: boolean;
}

/** A whole number, 0 or more. */
interface CountField {
  readonly kind: 'count';
  readonly refusal: string;
  readonly default: number;
}

/** A list of texts; with a `refusal`, none may be empty, or all have to match the pattern. */
interface ListField {
  readonly kind: 'list';
  readonly pattern?: RegExp;
  readonly refusal?: string;
  readonly default: readonly string[];
}

/** Several fields under one key. */
interface GroupField {
  readonly kind: 'group';
  readonly fields: Readonly<Record<string, Field>>;
}

/** A value of a setting, what it means and what it is by default. */
export type Field = (
  | PathField
  | ModuleField
  | TextField
  | ChoiceField
  | SwitchField
  | CountField
  | ListField
  | GroupField
) & {
  /** A noun phrase without a capital letter or a full stop. */
  readonly meaning: string;
  /** The default in words, if the value does not speak for itself. */
  readonly defaultMeaning?: string;
};

/** Commands of the command line that read the spec and the plans, in the order of the help. */
export const RUNS = [
  'generate',
  'verify',
  'rules',
  'inventory',
  'lint',
  'coverage',
  'explain',
  'check',
  'export',
  'diff',
  'push',
  'pull',
  'preview',
  'report',
] as const;

/** One of {@link RUNS}. */
export type RunCommand = (typeof RUNS)[number];

/** An option of the command line that sets a setting. */
export interface Flag {
  readonly name: `--${string}`;
  /** Placeholder of the value; none for a switch. */
  readonly argument?: string;
  readonly commands: readonly (RunCommand | 'inventory-diff' | 'import' | 'init')[];
  /** Help, if the meaning of the setting does not read well there. */
  readonly help?: string;
}

/** A setting: its value, and everything that follows from it. */
export type Setting = Field & {
  /**
   * The part of the program that it is for: a place to read from or to write to, an option of
   * generation or of rules, or the projects that Nx infers.
   */
  readonly becomes: 'input' | 'output' | 'generation' | 'rules' | 'project';
  readonly flag?: Flag;
  /**
   * How the Nx plugin hands it to its executors: as an option of every executor that generates, as
   * an option of the executors that list it, or with the others in the option `settings`.
   */
  readonly executors?: 'every' | 'listed' | 'settings';
  /** No two sets of dashboards may share it, since each would overwrite or prune the other's. */
  readonly ownPerSet?: true;
};

/** The type of a field's value, complete. */
export type ValueOf<Of> = Of extends { kind: 'choice'; choices: readonly (infer Choice)[] }
  ? Choice
  : Of extends { kind: 'switch' }
    ? boolean
    : Of extends { kind: 'count' }
      ? number
      : Of extends { kind: 'list' }
        ? readonly string[]
        : Of extends { kind: 'group'; fields: infer Fields }
          ? { readonly [Key in keyof Fields]: ValueOf<Fields[Key]> }
          : Of extends { default: string }
            ? string
            : string | undefined;

/** The type of a field's value as it is written, where everything may be left out. */
export type WrittenValueOf<Of> = Of extends { kind: 'group'; fields: infer Fields }
  ? { readonly [Key in keyof Fields]?: ValueOf<Fields[Key]> | undefined }
  : ValueOf<Of>;

/** Whether a written value is right; why it is not is for the schema to say. */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'path':
    case 'module':
      return typeof value === 'string' && value !== '';
    case 'text':
      return typeof value === 'string' && isAllowed(field, value);
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value);
    case 'switch':
      return typeof value === 'boolean';
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'list':
      return (
        Array.isArray(value) &&
        value.every((item) => typeof item === 'string' && isAllowed(field, item))
      );
    case 'group':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(([key, inside]) => {
          const inner = Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
          return inner !== undefined && fits(inner, inside);
        })
      );
  }
}

/** Completes a written value with the defaults of its field. */
export function completeValue(field: Field, written: unknown): unknown {
  if (field.kind !== 'group') return written ?? field.default;
  const values = (written ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(field.fields).map(([key, inner]) => [key, completeValue(inner, values[key])]),
  );
}

/** Whether a module is a file of the workspace, and not a package. */
export function isModuleFile(module: string): boolean {
  return /\.[cm]?[jt]s$/.test(module);
}

/** The pattern of a text or of the items of a list: its own, or else that they are not empty. */
export function patternOf(field: { readonly pattern?: RegExp; readonly refusal?: string }) {
  return field.pattern ?? (field.refusal === undefined ? undefined : /^[^]/);
}

function isAllowed(field: { readonly pattern?: RegExp; readonly refusal?: string }, text: string) {
  return patternOf(field)?.test(text) ?? true;
}
