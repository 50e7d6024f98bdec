import { Tree, TreeBuffer } from '@lezer/common';
import { type ExpressionShape, shapeOf } from './expression-shape';
import { isGrammarWord, parseTree, type ParsedText } from './grammar-gaps';

/** What is known of all expressions of a shape. */
export interface KnownShape {
  /** Set once one of them is known to have no faults: then none has. */
  faultless?: true;
}

/** A parsed text, and what its shape is known to be like; undefined if that is not looked at. */
export interface SharedParse extends ParsedText {
  readonly shape?: KnownShape;
}

interface ParsedShape extends ExpressionShape {
  readonly tree: Tree;
  readonly known: KnownShape;
}

/** Longer texts rarely share their shape, and their trees are made of several parts. */
const LONGEST_SHARED = 500;
/** So many shapes are remembered: more than a workspace writes by hand. */
const MOST_SHAPES = 2_000;

/**
 * Parses texts, each shape of them once: what a metric is called changes no syntax tree but for the places in it. Most
 * expressions of a workspace have one of a few shapes, and parsing takes most of the time that a check takes.
 */
export class SharedTrees {
  private readonly shapes = new Map<string, ParsedShape>();

  /** Parses a text without comments, see `parseTree`. */
  parse(text: string): SharedParse {
    if (text.length > LONGEST_SHARED || text.includes('\u0000')) return parseTree(text);
    const { key, names } = shapeOf(text, isGrammarWord);
    const parsed = this.shapes.get(key);
    if (parsed) return { tree: moved(parsed, names, text.length), shape: parsed.known };
    const { tree, ...rest } = parseTree(text);
    const known: KnownShape = {};
    // What the parser makes of errors may depend on lengths.
    if (hasErrors(tree) || Object.keys(rest).length > 0) return { tree, ...rest };
    if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
    this.shapes.set(key, { key, names, tree, known });
    return { tree, shape: known };
  }
}

function hasErrors(tree: Tree): boolean {
  let found = false;
  tree.iterate({
    enter: ({ type }) => {
      found ||= type.isError;
    },
  });
  return found;
}

/** The tree of a text, from that of another text of the same shape. */
function moved(
  { tree, names: before }: ParsedShape,
  names: ExpressionShape['names'],
  length: number,
): Tree {
  const isSame = names.every(({ from, to }, i) => from === before[i]?.from && to === before[i].to);
  if (isSame) return tree;
  const places = placesBetween(tree.length, before, names);
  places[tree.length] = length;
  return movedTree(tree, 0, places);
}

/** Where each position of the one text is in the other. */
function placesBetween(
  length: number,
  before: ExpressionShape['names'],
  names: ExpressionShape['names'],
): Uint16Array {
  const places = new Uint16Array(length + 1);
  let name = 0;
  let shift = 0;
  for (let position = 0; position <= length; position += 1) {
    const end = before[name]?.to;
    if (end === position) {
      shift = (names[name]?.to ?? end) - end;
      name += 1;
    }
    places[position] = position + shift;
  }
  return places;
}

/** A tree that begins at a position of the one text, moved to where its parts are in the other. */
function movedTree(tree: Tree, start: number, places: Uint16Array): Tree {
  const from = places[start] ?? 0;
  const children = tree.children.map((child, index) => {
    const at = start + (tree.positions[index] ?? 0);
    return child instanceof Tree ? movedTree(child, at, places) : movedBuffer(child, at, places);
  });
  const positions = tree.positions.map((position) => (places[start + position] ?? 0) - from);
  return new Tree(tree.type, children, positions, (places[start + tree.length] ?? 0) - from);
}

/** The same for a buffer, which holds four numbers for each node: its type, both ends, and where its children end. */
function movedBuffer({ buffer, length, set }: TreeBuffer, start: number, places: Uint16Array) {
  const from = places[start] ?? 0;
  const content = Uint16Array.from(buffer);
  for (let index = 0; index < content.length; index += 4) {
    content[index + 1] = (places[start + (buffer[index + 1] ?? 0)] ?? 0) - from;
    content[index + 2] = (places[start + (buffer[index + 2] ?? 0)] ?? 0) - from;
  }
  return new TreeBuffer(content, (places[start + length] ?? 0) - from, set);
}
