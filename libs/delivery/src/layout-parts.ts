import type { PanelBlockOf, PanelJson } from '@g6/generation';
import { lowest } from '@g6/problems';

/** Panels below a row, or without one. */
export interface LayoutPart {
  readonly header: PanelJson | undefined;
  readonly panels: readonly PanelJson[];
  /** The line of the classic grid at which the panels begin. */
  readonly top: number;
}

/**
 * Parts the panels of a block at the rows among them: a row that a plan writes out ends what stands above
 * it. The first part is below the row of the block, if that has one.
 */
export function layoutParts(
  { header, panels: ids }: PanelBlockOf<number>,
  panels: ReadonlyMap<number, PanelJson>,
): LayoutPart[] {
  const parts: { header: PanelJson | undefined; panels: PanelJson[] }[] = [];
  if (header !== undefined) parts.push({ header: panels.get(header), panels: [] });
  for (const id of ids) {
    const panel = panels.get(id);
    if (panel?.type === 'row') parts.push({ header: panel, panels: [] });
    else if (panel) {
      if (parts.length === 0) parts.push({ header: undefined, panels: [] });
      parts.at(-1)?.panels.push(panel);
    }
  }
  return parts.map((part) => ({ ...part, top: topOf(part) }));
}

function topOf({ header, panels }: Omit<LayoutPart, 'top'>): number {
  if (header?.gridPos) return header.gridPos.y + 1;
  return panels.length === 0 ? 0 : lowest(panels.map(({ gridPos }) => gridPos?.y ?? 0));
}
