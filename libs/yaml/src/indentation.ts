import type { BlockEntry } from './block-entries';

/** An entry whose indentation is wrong, and the one that shows it. */
export interface Misindentation {
  readonly entry: BlockEntry;
  /** Undefined if nothing comparable is near. */
  readonly other: BlockEntry | undefined;
}

/** A mapping or a list. */
interface Collection {
  readonly kind: BlockEntry['kind'];
  readonly indent: number;
  /** The first entry of the line that opened it. */
  readonly line: BlockEntry;
  last: BlockEntry;
  size: number;
}

/** An entry that stands further left than the collections before it. */
interface Ending {
  readonly entry: BlockEntry;
  readonly ended: readonly Collection[];
}

/** How far most people indent, if the text does not show another habit. */
const USUAL_STEP = 2;

/**
 * Finds the first entry whose indentation is wrong. A parser notices at some later line that does not
 * fit, or at several; which line moved is decided by the lines around it.
 */
export function findMisindentation(entries: readonly BlockEntry[]): Misindentation | undefined {
  const outline = new Outline(entries);
  for (const [index, entry] of entries.entries()) {
    const found = outline.enter(entry, index);
    if (found) return found;
  }
  return undefined;
}

class Outline {
  /** The collections around the current entry, the innermost last. */
  private readonly open: Collection[] = [];
  /** Which entry ended collections by standing further left, by kind and indentation of each. */
  private readonly endings = new Map<string, Ending>();
  /** Entries that stand further left although the one before still lacks a value. */
  private readonly early = new Set<BlockEntry>();
  /** How far lines that open a collection are indented from what is around them. */
  private readonly steps = new Map<BlockEntry, number>();
  private line: BlockEntry | undefined;

  constructor(private readonly entries: readonly BlockEntry[]) {}

  enter(entry: BlockEntry, index: number): Misindentation | undefined {
    const lacksValue = index === 0 || this.entries[index - 1]?.empty === true;
    const line = entry.startsLine ? entry : (this.line ?? entry);
    this.line = line;
    const ended = this.endDeeper(entry);
    const top = this.open.at(-1);
    const mayOpen = !entry.startsLine || (lacksValue && ended.length === 0);
    if (entry.kind === 'text') {
      const fits = mayOpen && entry.indent > (top?.indent ?? -1);
      return fits ? undefined : { entry, other: undefined };
    }
    if (top?.indent === entry.indent && top.kind === entry.kind) {
      top.last = entry;
      top.size += 1;
    } else if (mayOpen && opensBelow(entry, top)) {
      if (entry.startsLine) this.steps.set(entry, entry.indent - (top?.indent ?? 0));
      this.open.push({ kind: entry.kind, indent: entry.indent, line, last: entry, size: 1 });
    } else return this.blame(entry, index, ended);
    for (const collection of ended) this.endings.set(keyOf(collection), { entry, ended });
    if (lacksValue && ended.length > 0) this.early.add(entry);
    return undefined;
  }

  /** Ends the collections that stand further right, the innermost first. */
  private endDeeper({ indent, kind }: BlockEntry): Collection[] {
    const ended: Collection[] = [];
    for (let top = this.open.at(-1); top; top = this.open.at(-1)) {
      // A list may stand right below the key that it belongs to; the next key ends it.
      const listOfKey =
        kind === 'key' && top.kind === 'item' && this.open.at(-2)?.indent === indent;
      if (top.indent < indent || (top.indent === indent && !listOfKey)) break;
      ended.push(top);
      this.open.pop();
    }
    return ended;
  }

  /** Decides which entry is wrong if one fits nothing: it, or the one that opened or ended what is near. */
  private blame(entry: BlockEntry, index: number, ended: readonly Collection[]): Misindentation {
    const rival = ended.at(-1) ?? this.open.at(-1);
    const siblings = this.siblingsFrom(entry, index);
    const ending = this.endings.get(keyOf(entry));
    if (
      ending &&
      this.open.some(({ last }) => last === ending.entry) &&
      (ending.entry !== rival?.line || siblings > 1)
    ) {
      return { entry: ending.entry, other: nearest(ending.entry, ending.ended) ?? entry };
    }
    if (
      rival?.size === 1 &&
      (siblings > 1 || this.isUnusual(rival.line) || this.early.has(rival.line))
    ) {
      return { entry: rival.kind === entry.kind ? rival.last : rival.line, other: entry };
    }
    const amongOthers = this.open.at(-1)?.indent === entry.indent;
    return { entry, other: nearest(entry, amongOthers ? ended : [...ended, ...this.open]) };
  }

  private isUnusual(line: BlockEntry): boolean {
    const step = this.steps.get(line);
    if (step === undefined) return false;
    if (line === this.entries[0]) return line.indent > 0;
    if (line.kind === 'item' && step === 0) return false;
    const counts = new Map<number, number>();
    for (const [of, size] of this.steps) {
      if (of !== line && size > 0) counts.set(size, (counts.get(size) ?? 0) + 1);
    }
    const [usual = USUAL_STEP] = [...counts.keys()].sort(
      (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
    );
    return step !== usual;
  }

  /** How many entries stand like this one before any that stands further left. */
  private siblingsFrom({ kind, indent }: BlockEntry, index: number): number {
    let siblings = 0;
    for (const other of this.entries.slice(index)) {
      if (other.indent < indent) break;
      if (other.startsLine && other.indent === indent && other.kind === kind) siblings += 1;
    }
    return siblings;
  }
}

function keyOf({ kind, indent }: Pick<Collection, 'kind' | 'indent'>): string {
  return `${kind} ${indent}`;
}

function opensBelow({ kind, indent }: BlockEntry, top: Collection | undefined): boolean {
  if (top === undefined || indent > top.indent) return true;
  return kind === 'item' && top.kind === 'key' && indent === top.indent;
}

/** The last entry of the collection of the same kind whose indentation is closest. */
function nearest(entry: BlockEntry, collections: readonly Collection[]): BlockEntry | undefined {
  const distance = ({ indent }: Collection) => Math.abs(indent - entry.indent);
  return collections
    .filter(({ kind, indent }) => kind === entry.kind && indent !== entry.indent)
    .sort((a, b) => distance(a) - distance(b))[0]?.last;
}
