import { isJsonObject, type JsonObject, stableJson } from '@g6/generation';
import { objectOf, objectsOf, type ReadJson } from '../json-values';

/**
 * Our metadata of a dashboard's panels, in a file beside a form that has no place for it. A row is known
 * by its title, and by its place among those of the same title.
 */
export interface PanelNotes {
  /** Metadata of the dashboard, if the form has no place for that either. */
  readonly dashboard?: object;
  /** Metadata by the name of the panel in the form. */
  readonly panels: Readonly<Record<string, object>>;
  readonly rows: readonly RowNote[];
}

/** A row, of which forms know the title only. */
export interface RowNote {
  readonly title: string;
  readonly id: number;
  readonly meta: object;
}

/** The end of the names of such files: no tool that reads folders takes them for resources. */
export const NOTES_EXTENSION = '.g6-meta';

/** Writes the text of the file. */
export function panelNotesText(notes: PanelNotes): string {
  return stableJson(notes);
}

/** Reads the text of the file; what cannot be read of it is left out. */
export function readPanelNotes(text: string): PanelNotes | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const { dashboard } = value;
  return {
    ...(isJsonObject(dashboard) ? { dashboard } : {}),
    panels: Object.fromEntries(
      Object.entries(objectOf(value['panels'])).filter((entry): entry is [string, JsonObject] =>
        isJsonObject(entry[1]),
      ),
    ),
    rows: objectsOf(value['rows']).flatMap(readRow),
  };
}

function readRow({ title, id, meta }: ReadJson): RowNote[] {
  const whole = typeof title === 'string' && typeof id === 'number' && isJsonObject(meta);
  return whole ? [{ title, id, meta }] : [];
}

/** Hands the notes of rows out, to rows in their order. */
export class RowNotes {
  private readonly left: RowNote[];

  constructor(notes: PanelNotes | undefined) {
    this.left = [...(notes?.rows ?? [])];
  }

  /** The note of the next row with a title. */
  take(title: string): RowNote | undefined {
    const place = this.left.findIndex((row) => row.title === title);
    return place < 0 ? undefined : this.left.splice(place, 1)[0];
  }
}
