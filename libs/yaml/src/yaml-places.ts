import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  type LineCounter,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { PlainValue } from './plain-value';
import { ScalarOffsets } from './scalar-offset';
import type { TextPosition, YamlPath, YamlPlaces } from './yaml-file';

/** The places of the values of a text, from the nodes of the YAML library. */
export class NodePlaces implements YamlPlaces {
  private faulty: ReadonlySet<number> | undefined;
  private readonly pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  private readonly scalars = new WeakMap<Scalar, ScalarOffsets>();

  constructor(
    private readonly text: string,
    private readonly plain: PlainValue,
    private readonly lines: LineCounter,
  ) {}

  locate(path: YamlPath): TextPosition {
    return this.position(this.startOf(path));
  }

  locateKey(path: YamlPath): TextPosition {
    const parent = this.resolve(this.nodeAt(path.slice(0, -1)));
    const last = path.at(-1);
    if (isMap(parent)) {
      const pair = this.pairsOf(parent).get(String(last));
      if (isScalar(pair?.key) && pair.key.range) return this.position(pair.key.range[0]);
    }
    return this.locate(path);
  }

  locateInText(path: YamlPath, offset: number): TextPosition {
    const node = this.nodeAt(path);
    if (!isScalar(node) || !node.range) return this.locate(path);
    return this.position(this.offsetsOf(node).of(offset) ?? node.range[0]);
  }

  spellingAt(path: YamlPath): string | undefined {
    const node = this.resolve(this.nodeAt(path));
    return isScalar(node) ? node.source : undefined;
  }

  isFaulty(path: YamlPath): boolean {
    this.faulty ??= new Set(this.plain.faults.map(({ offset }) => offset));
    return this.faulty.has(this.startOf(path));
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

  private offsetsOf(scalar: Scalar): ScalarOffsets {
    const known = this.scalars.get(scalar) ?? new ScalarOffsets(this.text, scalar);
    this.scalars.set(scalar, known);
    return known;
  }

  /** The target of an alias; any other node as it is. */
  private resolve(node: Node | undefined): Node | undefined {
    return isAlias(node) ? this.plain.targets.get(node) : node;
  }

  private position(offset: number): TextPosition {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
