/** Edits of a spec and a catalogue at random places, as people and merges make them. */

/** JSON. */
type Json = string | number | boolean | null | Json[] | JsonMap;
interface JsonMap {
  [key: string]: Json;
}

/** A spec with its efficiency catalogue. */
export interface Tree {
  readonly spec: Json;
  readonly efficiency: Json;
}

/** What is edited and how, by numbers of any size. */
export interface Edit {
  readonly kind: number;
  readonly place: number;
  readonly other: number;
}

/** A value in a tree, with the list or mapping that holds it. */
interface Spot {
  readonly holder: Json[] | JsonMap;
  readonly key: string | number;
  /** The keys of all mappings on the way. */
  readonly names: string;
}

/** The tree after an edit; undefined where the edit has nothing to change. */
export function editTree(tree: Tree, { kind, place, other }: Edit): Tree | undefined {
  const copy = structuredClone(tree);
  const spots = [...spotsIn(copy.spec, 'spec'), ...spotsIn(copy.efficiency, 'efficiency')];
  const spot = spots[place % spots.length];
  const edit = EDITS[kind % EDITS.length];
  if (!spot || !edit) return undefined;
  edit(spot, other, spots);
  return copy;
}

type Editor = (spot: Spot, other: number, spots: readonly Spot[]) => void;

const valueAt = ({ holder, key }: Spot): Json => (holder as JsonMap)[key] ?? null;
const put = ({ holder, key }: Spot, value: Json): void => {
  (holder as JsonMap)[key] = structuredClone(value);
};

/** Puts in what stands under the same keys somewhere else. */
const exchange: Editor = (spot, other, spots) => {
  const alike = spots.filter(({ names }) => names === spot.names);
  const source = alike[other % alike.length];
  if (source) put(spot, valueAt(source));
};

/** Changes a text, a number or a switch a little. */
const nudge: Editor = (spot, other) => {
  const value = valueAt(spot);
  if (typeof value === 'string') put(spot, other % 2 === 0 ? `${value}x` : value.slice(1));
  else if (typeof value === 'number') put(spot, value + 1);
  else if (typeof value === 'boolean') put(spot, !value);
};

const remove: Editor = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
};

/** Adds to a list what stands in a list of the same kind. */
const grow: Editor = (spot, other, spots) => {
  const lists = spots.filter((one) => one.names === spot.names && Array.isArray(one.holder));
  const source = lists[other % Math.max(1, lists.length)];
  if (source && Array.isArray(spot.holder))
    spot.holder.splice(Number(spot.key), 0, structuredClone(valueAt(source)));
};

/** Adds a key that another mapping of the same kind has. */
const borrow: Editor = (spot, other, spots) => {
  if (Array.isArray(spot.holder)) return;
  const above = spot.names.slice(0, spot.names.lastIndexOf('.'));
  const keys = spots.filter(
    ({ names, holder }) =>
      !Array.isArray(holder) &&
      names.startsWith(`${above}.`) &&
      !names.slice(above.length + 1).includes('.'),
  );
  const source = keys[other % Math.max(1, keys.length)];
  if (source) spot.holder[source.key] = structuredClone(valueAt(source));
};

const reorder: Editor = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.push(...holder.splice(Number(key), 1));
  else {
    const value = holder[key] as Json;
    Reflect.deleteProperty(holder, key);
    holder[key] = value;
  }
};

/** Gives a thing a name that stands somewhere in an expression, whatever has that name already. */
const takeName: Editor = (spot, other, spots) => {
  const words = spots.flatMap((one) => {
    const value = valueAt(one);
    return typeof value === 'string' ? (value.match(/[a-zA-Z_:][\w:]*/g) ?? []) : [];
  });
  const word = words[other % words.length];
  if (word === undefined) return;
  if (['name', 'record', 'alert'].includes(String(spot.key))) put(spot, word);
  else if (Array.isArray(spot.holder) && typeof valueAt(spot) === 'string') put(spot, word);
  else if (!Array.isArray(spot.holder) && 'type' in spot.holder)
    spot.holder['renamed_from'] = [word];
};

const EDITS: readonly Editor[] = [exchange, nudge, remove, grow, borrow, reorder, takeName];

/** Every value in a tree, from top to bottom. */
function spotsIn(value: Json, names: string): Spot[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  return entries.flatMap(([key, inner]) => {
    // Families have names of their own, and are alike all the same.
    const step = Array.isArray(value) ? '[]' : names.endsWith('.families') ? '*' : key;
    const path = `${names}.${step}`;
    const own = { holder: value, key: Array.isArray(value) ? Number(key) : key, names: path };
    return [own, ...spotsIn(inner, path)];
  });
}
