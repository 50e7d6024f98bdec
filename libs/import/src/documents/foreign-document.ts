import type { Position } from '@g6/problems';
import type { YamlFile, YamlPath } from '@g6/yaml';
import { type JsonSource, offsetInJsonText, parseJsonSource } from './json-places';

/** A document in JSON or YAML that somebody else wrote, with a way back to the places in its text. */
export interface ForeignDocument {
  readonly file: string;
  /** Mappings, lists and scalars only. */
  readonly value: unknown;
  /** The position of the value at a path, or of the nearest ancestor that exists. */
  locate(path: YamlPath): Position;
  /** The position of a character inside the text value at a path. */
  locateInText(path: YamlPath, offset: number): Position;
}

/** One document of a YAML stream; its lines count from the start of the stream. */
export class YamlDocument implements ForeignDocument {
  constructor(
    private readonly yaml: YamlFile,
    private readonly linesBefore: number,
  ) {}

  get file(): string {
    return this.yaml.path;
  }

  get value(): unknown {
    return this.yaml.value;
  }

  locate(path: YamlPath): Position {
    return this.shift(this.yaml.locate(path));
  }

  locateInText(path: YamlPath, offset: number): Position {
    return this.shift(this.yaml.locateInText(path, offset));
  }

  private shift(at: Position): Position {
    return { ...at, line: at.line + this.linesBefore };
  }
}

/** A JSON file; places are looked up only when a problem needs one. */
export class JsonDocument implements ForeignDocument {
  private source: JsonSource | undefined;

  constructor(
    readonly file: string,
    private readonly text: string,
    readonly value: unknown,
  ) {}

  locate(path: YamlPath): Position {
    return this.position(this.places.offsetOf(path));
  }

  locateInText(path: YamlPath, offset: number): Position {
    const start = this.places.offsetOf(path);
    return this.position(offsetInJsonText(this.text, start, offset));
  }

  private get places(): JsonSource {
    return (this.source ??= parseJsonSource(this.text));
  }

  private position(offset: number): Position {
    return { file: this.file, ...this.places.positionOf(offset) };
  }
}
