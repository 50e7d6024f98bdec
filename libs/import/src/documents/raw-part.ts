import type { Position } from '@g6/problems';
import type { YamlPath } from '@g6/yaml';
import type { ForeignDocument } from './foreign-document';

/** A value of a foreign document at its path; reads what has the right type, and nothing else. */
export class RawPart {
  constructor(
    readonly document: ForeignDocument,
    readonly value: unknown,
    readonly path: YamlPath,
  ) {}

  /** The value of a whole document. */
  static root(document: ForeignDocument): RawPart {
    return new RawPart(document, document.value, []);
  }

  /** The value under a key; an absent key gives a part without a value. */
  at(key: string): RawPart {
    const { value } = this;
    const own = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return new RawPart(this.document, own, [...this.path, key]);
  }

  /** Another value in the same place. */
  with(value: unknown): RawPart {
    return new RawPart(this.document, value, this.path);
  }

  /** Whether there is a value that is not null. */
  get isPresent(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isMapping(): boolean {
    return isMapping(this.value);
  }

  /** The text under a key, if it is one. */
  text(key: string): string | undefined {
    const { value } = this.at(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** The text under a key; a number or a boolean is spelled out. */
  scalarText(key: string): string | undefined {
    return scalarText(this.at(key).value);
  }

  /** The finite number under a key, if it is one; a text that is spelled as one counts. */
  number(key: string): number | undefined {
    return toNumber(this.at(key).value);
  }

  /** The boolean under a key, if it is one. */
  flag(key: string): boolean | undefined {
    const { value } = this.at(key);
    return typeof value === 'boolean' ? value : undefined;
  }

  /** The texts of a list under a key, other items left out. */
  texts(key: string): string[] {
    const { value } = this.at(key);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  /** The items of a list under a key, none if there is no list. */
  items(key: string): RawPart[] {
    return this.at(key).list;
  }

  /** The items of this list, none if it is not one. */
  get list(): RawPart[] {
    const { value, path } = this;
    return Array.isArray(value)
      ? value.map((item, index) => new RawPart(this.document, item, [...path, index]))
      : [];
  }

  /** The entries of this mapping, none if it is not one. */
  get entries(): [string, RawPart][] {
    return isMapping(this.value) ? Object.keys(this.value).map((key) => [key, this.at(key)]) : [];
  }

  /** Where the value stands. */
  get place(): Position {
    return this.document.locate(this.path);
  }
}

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A finite number, or a text that is spelled as one. */
export function toNumber(value: unknown): number | undefined {
  if (
    typeof value === 'string' &&
    /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value)
  ) {
    return Number(value);
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text, a number or a boolean as a text. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
