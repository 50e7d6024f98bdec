import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { didYouMean, type ProblemCode } from '@g6/problems';

/** A fault at an offset of the text. */
export interface PlainValueFault {
  readonly offset: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The value of a YAML document in plain JavaScript, and the target of each alias. */
export interface PlainValue {
  readonly root: Node | null;
  readonly value: unknown;
  readonly targets: ReadonlyMap<Alias, Node>;
  readonly faults: readonly PlainValueFault[];
}

/**
 * The most values that aliases may add to a document. A spec that shares a list of labels between
 * thousands of metrics stays far below it; ten anchors that each use the last ten times do not.
 */
/** A wrong alias is compared with the names of so many anchors at most. */
const MOST_ANCHORS = 200;
const MOST_ALIASED_VALUES = 1_000_000;

/** Keys that reach into the objects of JavaScript. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
/** Tags that only state the type that a value already has. */
const CORE_TAG = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;

/**
 * Turns a parsed document into plain values. The parser's own way takes a hundred uses of one
 * harmless anchor for an attack, and stops at the first fault.
 */
export function plainValue(root: Node | null): PlainValue {
  const reader = new PlainValueReader();
  const { value } = reader.read(root, { inNotes: false, atRoot: true });
  return { root, value, targets: reader.targets, faults: reader.faults };
}

interface Converted {
  readonly value: unknown;
  /** The number of values in it, itself included. */
  readonly size: number;
}

interface Place {
  /** Inside content of other tools, where only dangerous faults are reported. */
  readonly inNotes: boolean;
  readonly atRoot: boolean;
}

class PlainValueReader {
  readonly targets = new Map<Alias, Node>();
  readonly faults: PlainValueFault[] = [];
  private readonly anchors = new Map<string, Node>();
  private readonly converted = new Map<Node, Converted>();
  private aliased = 0;

  read(node: unknown, place: Place): Converted {
    if (isAlias(node)) return this.readAlias(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return { value: null, size: 1 };
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (!place.inNotes) this.checkTag(node);
    const result = isScalar(node)
      ? { value: node.value, size: 1 }
      : isSeq(node)
        ? this.readSeq(node, place)
        : this.readMap(node, place);
    if (node.anchor !== undefined) this.converted.set(node, result);
    return result;
  }

  private readAlias(alias: Alias): Converted {
    const nothing = { value: null, size: 1 };
    const target = this.anchors.get(alias.source);
    if (!target) {
      const message = `the alias "*${alias.source}" points nowhere; no anchor "&${alias.source}" stands before it`;
      // With many anchors, nobody can have meant one of them by chance.
      const names = this.anchors.size > MOST_ANCHORS ? [] : [...this.anchors.keys()];
      this.fault(alias, 'yaml-alias', message, didYouMean(alias.source, names));
      return nothing;
    }
    const result = this.converted.get(target);
    if (!result) {
      const message = `the alias "*${alias.source}" stands inside the value that it repeats`;
      this.fault(alias, 'yaml-alias', message);
      return nothing;
    }
    const before = this.aliased;
    this.aliased += result.size;
    if (this.aliased > MOST_ALIASED_VALUES) {
      if (before <= MOST_ALIASED_VALUES) this.fault(alias, 'yaml-alias', TOO_MANY_ALIASES);
      return nothing;
    }
    this.targets.set(alias, target);
    return result;
  }

  private readSeq(seq: YAMLSeq, place: Place): Converted {
    let size = 1;
    const value = seq.items.map((item) => {
      const read = this.read(item, { ...place, atRoot: false });
      size += read.size;
      return read.value;
    });
    return { value, size };
  }

  private readMap(map: YAMLMap, place: Place): Converted {
    const value: Record<string, unknown> = {};
    const keys = new Map<string, Scalar>();
    let size = 1;
    for (const pair of map.items) {
      const name = this.readKey(pair, place, keys);
      // The value of a refused key is still read, for the anchors and faults in it.
      const notes = place.inNotes || isNote(name, place);
      const read = this.read(pair.value, { inNotes: notes, atRoot: false });
      size += read.size;
      if (name !== undefined) value[name] = read.value;
    }
    return { value, size };
  }

  /** The name of a key; undefined if it cannot be used as one. */
  private readKey(
    { key }: Pair,
    { inNotes }: Place,
    keys: Map<string, Scalar>,
  ): string | undefined {
    if (!isScalar(key)) {
      const message = 'a key must be a plain text, not a list, a mapping or an alias';
      if (!inNotes) this.fault(key, 'yaml-key', message, CURLY_HINT);
      return undefined;
    }
    const name = textOfScalar(key);
    const first = keys.get(name);
    if (first) {
      const message = `the key "${name}" stands twice in this mapping; keep one of the two`;
      this.fault(key, 'yaml-duplicate-key', message);
      return undefined;
    }
    keys.set(name, key);
    if (UNSAFE_KEYS.has(name)) {
      const message = `the key "${name}" is not allowed; it would reach into the program's own objects`;
      this.fault(key, 'unsafe-key', message);
      return undefined;
    }
    return inNotes || this.checkKey(key, name) ? name : undefined;
  }

  private checkKey(key: Scalar, name: string): boolean {
    if (name === '<<' && key.type === 'PLAIN') {
      this.fault(key, 'yaml-key', 'the merge key "<<" is not supported; write the keys out');
      return false;
    }
    if (typeof key.value === 'string') return true;
    const message =
      key.value === null || key.value === undefined
        ? 'a key is empty here'
        : `the key ${name} is a ${typeof key.value}; a key must be a text`;
    const hint = name === '' ? undefined : `put it in quotes: "${name}"`;
    this.fault(key, 'yaml-key', message, hint);
    return false;
  }

  private checkTag(node: Scalar | YAMLMap | YAMLSeq): void {
    if (node.tag === undefined || CORE_TAG.test(node.tag)) return;
    const tag = node.tag.replace(/^tag:yaml\.org,2002:/, '!!');
    const message = `the tag "${tag}" means nothing here; write the value itself`;
    this.fault(node, 'yaml-syntax', message);
  }

  private fault(node: unknown, code: ProblemCode, message: string, hint?: string): void {
    const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    this.faults.push({ offset: range?.[0] ?? 0, code, message, hint });
  }
}

const TOO_MANY_ALIASES =
  'aliases multiply the values of this file past 1,000,000; write values out where they are used';
const CURLY_HINT = 'a value that starts with { or [ needs quotes around it';

/** The text of a scalar, whatever its type in YAML. */
function textOfScalar({ value, source }: Scalar): string {
  return typeof value === 'string' ? value : value === null ? '' : (source ?? '');
}

/** Whether a key holds notes or content of another tool: `x-…`, and `codegen` of a spec. */
function isNote(name: string | undefined, { atRoot }: Place): boolean {
  return name !== undefined && (name.startsWith('x-') || (atRoot && name === 'codegen'));
}
