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
import {
  columnOfKey,
  isEmpty,
  keepsLineEndings,
  lastLeaf,
  leafEnd,
  pairOf,
  rangeOf,
} from './node-ranges';
import { printInline, printMapping } from './print-yaml';
import {
  applyEdits,
  beforeSpace,
  columnAt,
  lineEndAt,
  lineEnding,
  type TextEdit,
} from './text-edits';

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

/**
 * Appends a mapping to a list of a YAML text and changes no other character: comments, order, quoting
 * and line endings stay. Returns undefined for a form that it cannot extend, such as an alias; the
 * caller checks that the result has the right value.
 */
export function appendToList(text: string, addition: ListAddition): string | undefined {
  const { contents, errors } = parseDocument(text, { schema: 'core', uniqueKeys: false });
  const section = errors.length === 0 ? pairOf(contents, addition.section)?.value : undefined;
  const owner = pairOf(section, addition.owner);
  if (!isMap(section) || !owner) return undefined;
  const edits = new ListEditor(text, section, addition).append(owner);
  return edits && applyEdits(text, edits);
}

type Edits = TextEdit[] | undefined;

class ListEditor {
  private readonly eol: string;

  constructor(
    private readonly text: string,
    private readonly section: YAMLMap,
    private readonly addition: ListAddition,
  ) {
    this.eol = lineEnding(text);
  }

  append(owner: Pair): Edits {
    const { value } = owner;
    if (isMap(value)) {
      const list = pairOf(value, this.addition.list);
      return list ? this.appendToExisting(value, list) : this.addList(value, owner);
    }
    return isEmpty(value) && !this.section.flow
      ? this.fill(owner, this.listBelow(owner))
      : undefined;
  }

  private appendToExisting(owner: YAMLMap, list: Pair): Edits {
    const { value } = list;
    if (isSeq(value) && !value.flow) return this.appendBlockItem(value, list);
    const vacant = isEmpty(value) || (isSeq(value) && value.items.length === 0);
    if (vacant && !owner.flow)
      return this.fill(list, this.itemsBelow(columnOfKey(this.text, list)));
    return isSeq(value) ? this.appendInline(value, printInline(this.addition.item)) : undefined;
  }

  private addList(owner: YAMLMap, pair: Pair): Edits {
    const { list, item } = this.addition;
    if (owner.flow) {
      if (owner.items.length === 0 && !this.section.flow)
        return this.fill(pair, this.listBelow(pair));
      return this.appendInline(owner, `${list}: [${printInline(item)}]`);
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
    return [`${' '.repeat(column)}${this.addition.list}:`, ...this.itemsBelow(column)];
  }

  private itemsBelow(column: number): string[] {
    const dash = column + this.dashOffset();
    return this.itemLines(dash, dash + 2);
  }

  private itemLines(dash: number, column: number): string[] {
    return printMapping(this.addition.item)
      .split('\n')
      .map((line, index) => {
        if (index === 0) return `${`${' '.repeat(dash)}-`.padEnd(column)}${line}`;
        return line === '' ? '' : ' '.repeat(column) + line;
      });
  }

  /** By how much the file indents a mapping below its key. */
  private step(): number {
    for (const owner of this.section.items) {
      const first = isMap(owner.value) && !owner.value.flow ? owner.value.items[0] : undefined;
      if (first) return columnOfKey(this.text, first) - columnOfKey(this.text, owner);
    }
    return 2;
  }

  /** By how much the file indents a list below its key, possibly not at all. */
  private dashOffset(): number {
    for (const { value } of this.section.items) {
      const list = pairOf(value, this.addition.list);
      if (!list || !isSeq(list.value) || list.value.flow || !list.value.range) continue;
      return columnAt(this.text, list.value.range[0]) - columnOfKey(this.text, list);
    }
    return 2;
  }
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
