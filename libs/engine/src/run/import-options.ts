import type { ImportForm, Naming } from '@g6/import';

/** Options of an import that go with one form only. */
export interface FormOptions {
  readonly form: ImportForm;
  readonly match?: readonly string[] | undefined;
  readonly naming?: Naming | undefined;
}

/** Why the options of an import do not go together; undefined if they do. */
export function importRefusal({ form, match, naming }: FormOptions): string | undefined {
  if (match !== undefined && form !== 'prometheus') {
    return "option '--match' chooses series of a live Prometheus, for the form prometheus";
  }
  if (naming !== undefined && form !== 'semconv') {
    return "option '--naming' is for the form semconv";
  }
  return undefined;
}

/** Reads a header of a request, written as `Name: value`; undefined if it is not written so. */
export function readHeader(text: string): readonly [name: string, value: string] | undefined {
  const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):([^\r\n]*)$/.exec(text) ?? [];
  return name === '' ? undefined : [name, value.trim()];
}
