import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { addAll } from '@g6/problems';
import {
  columnOfKey,
  isEmpty,
  keepsLineEndings,
  lastLeaf,
  leafEnd,
  pairOf,
  rangeOf,
} from './node-ranges';
import { findOwner, type Owner } from './list-owner';
import { Noted } from './note';
import { printInline, printMapping } from './print-yaml';
import {
  applyEdits,
  beforeSpace,
  columnAt,
  lineEndAt,
  lineEnding,
  type TextEdit,
} from './text-edits';
import type { YamlPath } from './yaml-file';

/** A mapping to append, and the list that it goes to: `owner` is a key below the key `section`. */
export interface ListAddition {
  /** Key at the top of the document. */
  readonly section: string;
  /** Key below it, whose mapping has the list. */
  readonly owner: string;
  /** Key of the list, which is created if it is missing. */
  readonly list: string;
  readonly item: object;
}

/** Items to append to a list, or entries to append to a mapping. */
export type Addition =
  | {
      /** The mapping that has the list. */
      readonly owner: YamlPath;
      /** Key of the list, which is created if it is missing. */
      readonly list: string;
      /** Values to append; a `Noted` one gets its comment if the list is not in brackets. */
      readonly items: readonly unknown[];
    }
  | { readonly owner: YamlPath; readonly entries: Readonly<Record<string, unknown>> };

/**
 * Appends a mapping to a list of a YAML text and changes no other character: comments, order, quoting
 * and line endings stay. Returns undefined for a form that it cannot extend, such as an alias; the
 * caller checks that the result has the right value.
 */
export function appendToList(text: string, addition: ListAddition): string | undefined {
  const { section, owner, list, item } = addition;
  return appendToYaml(text, [{ owner: [section, owner], list, items: [item] }]);
}

/** The same for many lists and mappings at once, each of which is named once. */
export function appendToYaml(text: string, additions: readonly Addition[]): string | undefined {
  return oncePerOwner(additions).reduce<string | undefined>(
    (sofar, some) => (sofar === undefined ? undefined : appendAtOnce(sofar, some)),
    text,
  );
}

/** Splits additions so that none gets in the way of another: two new lists of one mapping would. */
function oncePerOwner(additions: readonly Addition[]): Addition[][] {
  const rounds: Addition[][] = [];
  const counts = new Map<string, number>();
  for (const addition of additions) {
    const owner = addition.owner.join('\0');
    const round = counts.get(owner) ?? 0;
    counts.set(owner, round + 1);
    (rounds[round] ??= []).push(addition);
  }
  return rounds;
}

function appendAtOnce(text: string, additions: readonly Addition[]): string | undefined {
  const { contents, errors } = parseDocument(text, { schema: 'core', uniqueKeys: false });
  if (errors.length > 0) return undefined;
  const edits: TextEdit[] = [];
  // Lists that end at the same place: that of the inner mapping ends first.
  for (const addition of additions.toSorted((a, b) => a.owner.length - b.owner.length)) {
    const found = findOwner(contents, addition.owner);
    const one = found && new Appender(text, found).append(addition);
    if (!one) return undefined;
    addAll(edits, one);
  }
  return applyEdits(text, edits);
}

type Edits = TextEdit[] | undefined;

class Appender {
  private readonly eol: string;
  private list = '';
  private items: readonly unknown[] = [];

  constructor(
    private readonly text: string,
    private readonly owner: Owner,
  ) {
    this.eol = lineEnding(text);
  }

  append(addition: Addition): Edits {
    if ('entries' in addition) return this.addEntries(addition.entries);
    this.list = addition.list;
    this.items = addition.items;
    const { value, pair } = this.owner;
    if (isMap(value)) {
      const list = pairOf(value, this.list);
      return list ? this.appendToExisting(value, list) : this.addList(value, pair);
    }
    return this.isVacant && pair ? this.fill(pair, this.listBelow(pair)) : undefined;
  }

  /** Whether lines can stand below the owner's key in place of its value. */
  private get isVacant(): boolean {
    const { value, pair, around } = this.owner;
    return pair !== undefined && isEmpty(value) && around?.flow !== true;
  }

  private addEntries(entries: Readonly<Record<string, unknown>>): Edits {
    const { value, pair, around } = this.owner;
    const [first] = isMap(value) ? value.items : [];
    if (isMap(value) && first && value.flow !== true) {
      const column = columnOfKey(this.text, first);
      return [this.insertLines(this.blockEnd(value, column), linesOf(entries, column))];
    }
    const isHollow = isMap(value) && !first && around?.flow !== true;
    if (pair && (isHollow || this.isVacant)) {
      return this.fill(pair, linesOf(entries, columnOfKey(this.text, pair) + this.step()));
    }
    return isMap(value) ? this.appendInline(value, printInline(entries).slice(1, -1)) : undefined;
  }

  private appendToExisting(owner: YAMLMap, list: Pair): Edits {
    const { value } = list;
    if (isSeq(value) && !value.flow) return this.appendBlockItem(value, list);
    const vacant = isEmpty(value) || (isSeq(value) && value.items.length === 0);
    if (vacant && !owner.flow)
      return this.fill(list, this.itemsBelow(columnOfKey(this.text, list)));
    return isSeq(value) ? this.appendInline(value, this.printedInline) : undefined;
  }

  private get printedInline(): string {
    return this.items.map(printInline).join(', ');
  }

  private addList(owner: YAMLMap, pair: Pair | undefined): Edits {
    if (owner.flow) {
      if (owner.items.length === 0 && this.owner.around?.flow !== true && pair)
        return this.fill(pair, this.listBelow(pair));
      return this.appendInline(owner, `${this.list}: [${this.printedInline}]`);
    }
    const [first] = owner.items;
    if (!first) return undefined;
    const column = columnOfKey(this.text, first);
    return [this.insertLines(this.blockEnd(owner, column), this.listAt(column))];
  }

  private appendBlockItem(seq: YAMLSeq, list: Pair): Edits {
    const last = seq.items.at(-1) as Node | undefined;
    if (!seq.range || !last?.range) return undefined;
    const dash = columnAt(this.text, seq.range[0]);
    const sameLine = this.text.slice(this.text.lastIndexOf('\n', last.range[0]) + 1, last.range[0]);
    const column = /^\s*-\s+$/.test(sameLine) ? sameLine.length : dash + 2;
    // A list that is not indented may be followed by comments that belong to the next key.
    const comments = dash > columnOfKey(this.text, list) ? dash : Infinity;
    const lines = this.itemLines(dash, column);
    return [this.insertLines(this.blockEnd(seq, comments), lines)];
  }

  /** Replaces an empty value by one on lines of its own below the key. */
  private fill({ key, value }: Pair, lines: readonly string[]): Edits {
    const keyEnd = rangeOf(key)?.[1];
    if (keyEnd === undefined) return undefined;
    const range =
      isCollection(value) || (isScalar(value) && value.source) ? value.range : undefined;
    // A comment inside empty brackets would be lost with them.
    if (range && this.text.slice(range[0], range[1]).includes('#')) return undefined;
    const from = range ? beforeSpace(this.text, range[0]) : keyEnd;
    const at = lineEndAt(this.text, range?.[1] ?? keyEnd);
    const removal = range ? [{ start: from, end: range[1], insert: '' }] : [];
    return [...removal, this.insertLines({ at, opened: false }, lines)];
  }

  /** Appends to a collection in braces or brackets, on a line of its own if the other items have one. */
  private appendInline(collection: YAMLMap | YAMLSeq, printed: string): Edits {
    const { items, range } = collection;
    if (!range) return undefined;
    const close = range[1] - 1;
    const last = items.at(-1);
    if (last === undefined) return [{ start: close, end: close, insert: printed }];
    const start = leafEnd(last);
    const first = rangeOf(isPair(items[0]) ? items[0].key : items[0])?.[0];
    if (start === undefined || first === undefined) return undefined;
    const comma = commaAfter(this.text.slice(start, close));
    const at = comma === undefined ? start : start + comma + 1;
    const separator = comma === undefined ? ',' : '';
    const ownLine = this.text.slice(range[0], first).includes('\n');
    if (!ownLine || !this.text.slice(at, close).includes('\n')) {
      return [{ start: at, end: at, insert: `${separator} ${printed}` }];
    }
    const end = lineEndAt(this.text, at);
    const indent = ' '.repeat(columnAt(this.text, first));
    const newLine = { start: end, end, insert: `${this.eol}${indent}${printed}` };
    return [{ start, end: start, insert: separator }, newLine];
  }

  private insertLines({ at, opened }: Place, lines: readonly string[]): TextEdit {
    const block = lines.join(this.eol);
    return { start: at, end: at, insert: opened ? block + this.eol : this.eol + block };
  }

  /** The end of a block, including the comments right below it in its column. */
  private blockEnd(block: Node, commentColumn: number): Place {
    const leaf = lastLeaf(block);
    const end = leafEnd(block) ?? 0;
    // Every line ending after a text with `+` belongs to it.
    if (isScalar(leaf) && keepsLineEndings(leaf, this.text)) {
      return { at: end, opened: this.text[end - 1] === '\n' };
    }
    let at = lineEndAt(this.text, beforeSpace(this.text, end));
    for (;;) {
      const comment = /^(?:\r?\n[ ]*)*\r?\n([ ]*)#[^\n\r]*/.exec(this.text.slice(at));
      if (!comment || (comment[1] ?? '').length < commentColumn) return { at, opened: false };
      at += comment[0].length;
    }
  }

  private listBelow(owner: Pair): string[] {
    return this.listAt(columnOfKey(this.text, owner) + this.step());
  }

  private listAt(column: number): string[] {
    return [`${' '.repeat(column)}${this.list}:`, ...this.itemsBelow(column)];
  }

  private itemsBelow(column: number): string[] {
    const dash = column + this.dashOffset();
    return this.itemLines(dash, dash + 2);
  }

  private itemLines(dash: number, column: number): string[] {
    return this.items.flatMap((item) =>
      printItem(item).map((line, index) => {
        if (index === 0) return `${`${' '.repeat(dash)}-`.padEnd(column)}${line}`;
        return line === '' ? '' : ' '.repeat(column) + line;
      }),
    );
  }

  /** By how much the file indents a mapping below its key. */
  private step(): number {
    const { around } = this.owner;
    for (const owner of isMap(around) ? around.items : []) {
      const first = isMap(owner.value) && !owner.value.flow ? owner.value.items[0] : undefined;
      if (first) return columnOfKey(this.text, first) - columnOfKey(this.text, owner);
    }
    return 2;
  }

  /** By how much the file indents a list below its key, possibly not at all. */
  private dashOffset(): number {
    for (const value of valuesOf(this.owner.around)) {
      const list = pairOf(value, this.list);
      if (!list || !isSeq(list.value) || list.value.flow || !list.value.range) continue;
      return columnAt(this.text, list.value.range[0]) - columnOfKey(this.text, list);
    }
    return 2;
  }
}

function valuesOf(collection: YAMLMap | YAMLSeq | undefined): readonly unknown[] {
  if (isMap(collection)) return collection.items.map(({ value }) => value);
  return collection?.items ?? [];
}

function linesOf(entries: Readonly<Record<string, unknown>>, column: number): string[] {
  return printMapping(entries)
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(column) + line));
}

/** The lines of a list item: a mapping over lines, anything else on one. */
function printItem(item: unknown): string[] {
  const plain = item instanceof Noted ? item.value : item;
  const isMapping = typeof plain === 'object' && plain !== null && !Array.isArray(plain);
  return isMapping
    ? printMapping(item as object, { inList: true }).split('\n')
    : [printInline(item)];
}

/** A place for lines: at the end of a line, or at the start of an empty one. */
interface Place {
  readonly at: number;
  readonly opened: boolean;
}

/** The offset of a comma in the text after the last item, outside comments. */
function commaAfter(rest: string): number | undefined {
  const blanked = rest.replace(/(^|\s)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
  const index = blanked.indexOf(',');
  return index < 0 ? undefined : index;
}
