import type { Position } from '@g6/problems';
import type { SourceFile } from './source-file';

/** The path of a value in a YAML file: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A place in a parsed file that is turned into a position only when a problem needs one. */
export interface YamlRef {
  readonly file: YamlFile;
  readonly path: YamlPath;
}

/** A line and a column, both from 1. */
export type TextPosition = Pick<Position, 'line' | 'column'>;

/** The places of the values of a text; a path of which nothing exists means the nearest ancestor that does. */
export interface YamlPlaces {
  readonly locate: (path: YamlPath) => TextPosition;
  readonly locateKey: (path: YamlPath) => TextPosition;
  readonly locateInText: (path: YamlPath, offset: number) => TextPosition;
  readonly spellingAt: (path: YamlPath) => string | undefined;
  readonly isFaulty: (path: YamlPath) => boolean;
}

/** A parsed YAML file: its plain value, and a way back from any value to its place in the text. */
export class YamlFile {
  private known: YamlPlaces | undefined;

  /** The places are only found when the first of them is needed, because most files have no problem to point at. */
  constructor(
    private readonly source: SourceFile,
    /** The value of the whole file, of mappings, lists and scalars only. */
    readonly value: unknown,
    private readonly findPlaces: () => YamlPlaces,
  ) {}

  /** The path as the user would type it. */
  get path(): string {
    return this.source.path;
  }

  /** The value at a path; undefined if there is none. */
  valueAt(path: YamlPath): unknown {
    let value = this.value;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  /** The position of the value at a path, or of the nearest ancestor that exists. */
  locate(path: YamlPath): Position {
    return this.inFile(this.places.locate(path));
  }

  /** The position of the key that leads to the last step of a path. */
  locateKey(path: YamlPath): Position {
    return this.inFile(this.places.locateKey(path));
  }

  /** The position of a character inside the text value at a path. */
  locateInText(path: YamlPath, offset: number): Position {
    return this.inFile(this.places.locateInText(path, offset));
  }

  /** How the scalar at a path is spelt, such as `1.10` for 1.1; undefined for other values. */
  spellingAt(path: YamlPath): string | undefined {
    return this.places.spellingAt(path);
  }

  /** Whether the YAML parser found a fault at the value of a path. */
  isFaulty(path: YamlPath): boolean {
    return this.places.isFaulty(path);
  }

  private get places(): YamlPlaces {
    return (this.known ??= this.findPlaces());
  }

  private inFile(position: TextPosition): Position {
    return { file: this.path, ...position };
  }
}
