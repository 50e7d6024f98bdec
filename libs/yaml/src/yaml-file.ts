import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Position } from '@g6/problems';
import type { PlainValue } from './plain-value';
import { offsetInScalar } from './scalar-offset';
import type { SourceFile } from './source-file';

/** The path of a value in a YAML file: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** A place in a parsed file that is turned into a position only when a problem needs one. */
export interface YamlRef {
  readonly file: YamlFile;
  readonly path: YamlPath;
}

/** A text as parsed by the YAML library. */
export interface ParsedText {
  readonly plain: PlainValue;
  readonly lines: LineCounter;
}

/** A parsed YAML file: its plain value, and a way back from any value to its place in the text. */
export class YamlFile {
  private known: ParsedText | undefined;
  private faulty: ReadonlySet<number> | undefined;
  private readonly pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

  /**
   * @internal Takes the result of the YAML library, whose types the package does not publish. It is parsed
   * when the first position is needed, because most files have no problem to point at.
   */
  constructor(
    private readonly source: SourceFile,
    /** The value of the whole file, of mappings, lists and scalars only. */
    readonly value: unknown,
    private readonly parse: () => ParsedText,
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
    return this.position(this.startOf(path));
  }

  /** The position of the key that leads to the last step of a path. */
  locateKey(path: YamlPath): Position {
    const parent = this.resolve(this.nodeAt(path.slice(0, -1)));
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = this.pairsOf(parent).get(String(last));
      if (isScalar(pair?.key) && pair.key.range) return this.position(pair.key.range[0]);
    }
    return this.locate(path);
  }

  /** The position of a character inside the text value at a path. */
  locateInText(path: YamlPath, offset: number): Position {
    const node = this.nodeAt(path);
    if (!isScalar(node) || !node.range) return this.locate(path);
    return this.position(offsetInScalar(this.source.text, node, offset) ?? node.range[0]);
  }

  /** How the scalar at a path is spelt, such as `1.10` for 1.1; undefined for other values. */
  spellingAt(path: YamlPath): string | undefined {
    const node = this.resolve(this.nodeAt(path));
    return isScalar(node) ? node.source : undefined;
  }

  /** Whether the YAML parser found a fault at the value of a path. */
  isFaulty(path: YamlPath): boolean {
    this.faulty ??= new Set(this.plain.faults.map(({ offset }) => offset));
    return this.faulty.has(this.startOf(path));
  }

  private get plain(): PlainValue {
    return this.parsed.plain;
  }

  private get parsed(): ParsedText {
    return (this.known ??= this.parse());
  }

  private startOf(path: YamlPath): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const range = this.nodeAt(path.slice(0, depth))?.range;
      if (range) return range[0];
    }
    return 0;
  }

  private nodeAt(path: YamlPath): Node | undefined {
    let node: Node | undefined = this.plain.root ?? undefined;
    for (const step of path) {
      const parent = this.resolve(node);
      if (!isCollection(parent)) return undefined;
      node = isMap(parent) ? this.valueIn(parent, step) : parent.get(step, true);
    }
    return node;
  }

  private valueIn(map: YAMLMap, key: string | number): Node | undefined {
    const value = this.pairsOf(map).get(String(key))?.value;
    return isNode(value) ? value : undefined;
  }

  /** The pairs of a mapping by their keys, the first of each: many problems may point into one. */
  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    let pairs = this.pairs.get(map);
    if (!pairs) {
      pairs = new Map();
      for (const pair of map.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : undefined;
        if (key !== undefined && !pairs.has(key)) pairs.set(key, pair);
      }
      this.pairs.set(map, pairs);
    }
    return pairs;
  }

  /** The target of an alias; any other node as it is. */
  private resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? this.plain.targets.get(node) : node;
  }

  private position(offset: number): Position {
    const { line, col } = this.parsed.lines.linePos(offset);
    return { file: this.path, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
