import type { YamlPath } from './yaml-file';

/** A value as parsed, at its path; reads what has the right type and ignores the rest. */
export class RawValue {
  constructor(
    readonly value: unknown,
    readonly path: YamlPath,
  ) {}

  /** The value under a key; undefined inside if the key is absent. */
  at(key: string): RawValue {
    const own = isMapping(this.value) && Object.hasOwn(this.value, key);
    return new RawValue(own ? this.value[key] : undefined, longer(this.path, key));
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

  /** The boolean under a key, if it is one. */
  flag(key: string): boolean | undefined {
    const { value } = this.at(key);
    return typeof value === 'boolean' ? value : undefined;
  }

  /**
   * The texts of a list under a key; undefined if there is no list. An item that is not a text
   * becomes an empty one, so that positions in the list stay valid.
   */
  texts(key: string): string[] | undefined {
    const { value } = this.at(key);
    return Array.isArray(value)
      ? value.map((item) => (typeof item === 'string' ? item : ''))
      : undefined;
  }

  /**
   * The numbers of a list under a key; undefined if there is no list. An item that is not a number
   * becomes NaN, so that positions in the list stay valid.
   */
  numbers(key: string): number[] | undefined {
    const { value } = this.at(key);
    return Array.isArray(value)
      ? value.map((item) => (typeof item === 'number' ? item : Number.NaN))
      : undefined;
  }

  /** The items of a list under a key; none if there is no list. */
  items(key: string): RawValue[] {
    const { value, path } = this.at(key);
    return Array.isArray(value)
      ? value.map((item, index) => new RawValue(item, longer(path, index)))
      : [];
  }

  /** The entries of a mapping under a key; none if there is no mapping. */
  entries(key: string): [string, RawValue][] {
    const { value, path } = this.at(key);
    return isMapping(value)
      ? Object.entries(value).map(([name, item]) => [name, new RawValue(item, longer(path, name))])
      : [];
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A path with one more step, no larger than it has to be: a spread would keep room for twenty more. */
function longer(path: YamlPath, step: string | number): YamlPath {
  const steps = new Array<string | number>(path.length + 1);
  for (let index = 0; index < path.length; index += 1) steps[index] = path[index] ?? '';
  steps[path.length] = step;
  return steps;
}
