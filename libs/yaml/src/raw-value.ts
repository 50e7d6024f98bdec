import type { YamlPath } from './yaml-file';

/** A value as YAML gave it, at its path; reads what has the right type and passes over the rest. */
export class RawValue {
  constructor(
    readonly value: unknown,
    readonly path: YamlPath,
  ) {}

  /** The value under a key; an absent key gives a value that is undefined. */
  at(key: string): RawValue {
    const own = isMapping(this.value) && Object.hasOwn(this.value, key);
    return new RawValue(own ? this.value[key] : undefined, [...this.path, key]);
  }

  /** The text under a key, if it is one. */
  text(key: string): string | undefined {
    const { value } = this.at(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** The number under a key, if it is one. */
  number(key: string): number | undefined {
    const { value } = this.at(key);
    return typeof value === 'number' ? value : undefined;
  }

  /**
   * The texts of a list under a key; undefined where there is no list. An item that is no text
   * stands as an empty one, so that positions in the list hold.
   */
  texts(key: string): string[] | undefined {
    const { value } = this.at(key);
    return Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? item : ''))
      : undefined;
  }

  /**
   * The numbers of a list under a key; undefined where there is no list. An item that is no number
   * stands as NaN, so that positions in the list hold.
   */
  numbers(key: string): number[] | undefined {
    const { value } = this.at(key);
    return Array.isArray(value)
      ? value.map((item) => (typeof item === 'number' ? item : Number.NaN))
      : undefined;
  }

  /** The items of a list under a key, none where there is no list. */
  items(key: string): RawValue[] {
    const { value, path } = this.at(key);
    return Array.isArray(value)
      ? value.map((item, index) => new RawValue(item, [...path, index]))
      : [];
  }

  /** The entries of a mapping under a key, none where there is no mapping. */
  entries(key: string): [string, RawValue][] {
    const { value, path } = this.at(key);
    return isMapping(value)
      ? Object.entries(value).map(([name, item]) => [name, new RawValue(item, [...path, name])])
      : [];
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
