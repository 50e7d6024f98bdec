import { highest } from '@g6/problems';
/** The columns of a dashboard, and of a row of old dashboards. */
export const GRID_COLUMNS = 24;

/**
 * Where the next panel of an old row goes: to the right of those before it, below those that are
 * lower than the row, and else at the start of the next line. A copy of Grafana's own rule, so that
 * an imported dashboard looks as it does there.
 */
export class RowArea {
  /** How much of each column is taken. */
  private taken: number[];

  constructor(
    readonly height: number,
    /** Where the current line starts. */
    public y: number,
  ) {
    this.taken = emptyLine();
  }

  /** Takes a place for a panel, and gives its position. */
  place(w: number, h: number): { readonly x: number; readonly y: number } {
    let x = this.gapFor(w);
    if (x === undefined) {
      this.y += h;
      this.taken = emptyLine();
      x = this.gapFor(w) ?? 0;
    }
    const top = Math.max(0, highest(this.taken.slice(x, x + w)));
    this.taken.fill(top + h, x, x + w);
    return { x, y: this.y + top };
  }

  /** The first column of the free space at the right, if it is wide enough. */
  private gapFor(width: number): number | undefined {
    let end: number | undefined;
    let start: number | undefined;
    for (let column = GRID_COLUMNS - 1; column >= 0; column--) {
      const here = this.taken[column] ?? 0;
      if (this.height <= here) break;
      const right = this.taken[column + 1];
      if (end === undefined) end = column;
      else if (right === undefined || here > right) break;
      start = column;
    }
    return start !== undefined && end !== undefined && end - start >= width - 1 ? start : undefined;
  }
}

function emptyLine(): number[] {
  return Array<number>(GRID_COLUMNS).fill(0);
}
