/** A value to print with a comment behind it. */
export class Noted {
  constructor(
    readonly value: unknown,
    readonly note: string,
  ) {}
}

/** A value with a comment; without a note, the value itself. */
export function noted(value: unknown, note: string | undefined): unknown {
  return note === undefined ? value : new Noted(value, note);
}

/** Where in a value a comment stands. */
export interface PlacedNote {
  readonly path: readonly (string | number)[];
  readonly note: string;
}

/** A value without its comments, and the comments by their places. */
export function splitNotes(value: unknown): { plain: unknown; notes: readonly PlacedNote[] } {
  const notes: PlacedNote[] = [];
  const strip = (part: unknown, path: PlacedNote['path']): unknown => {
    if (part instanceof Noted) {
      // A line ending would end the comment.
      notes.push({ path, note: part.note.replaceAll(/[\s\p{Cc}]+/gu, ' ') });
      return strip(part.value, path);
    }
    if (Array.isArray(part)) return part.map((item, index) => strip(item, [...path, index]));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, entry]) => [key, strip(entry, [...path, key])]),
    );
  };
  return { plain: strip(value, []), notes };
}
