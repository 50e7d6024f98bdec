import type { FilePanel } from '@g6/dashboard-files';
import type { PanelPair } from './pair-panels';

/**
 * The panels that changed their size, or their place among the others. Panels that others push down
 * keep their order, and are not among them: the longest run of panels in the old order stays.
 */
export function movedPanels(pairs: readonly PanelPair[]): ReadonlySet<FilePanel> {
  const inOrder = (side: 0 | 1) =>
    [...pairs].sort((a, b) => comparePlaces(a[side], b[side])).map(([, panel]) => panel);
  const before = new Map(inOrder(0).map((panel, position) => [panel, position]));
  const after = inOrder(1);
  const staying = longestRise(after.map((panel) => before.get(panel) ?? 0));
  const moved = after.filter((_, position) => !staying.has(position));
  const resized = pairs.filter(([old, now]) => sizeOf(old) !== sizeOf(now)).map(([, now]) => now);
  return new Set([...moved, ...resized]);
}

function comparePlaces({ gridPos: a }: FilePanel, { gridPos: b }: FilePanel): number {
  return (a?.y ?? 0) - (b?.y ?? 0) || (a?.x ?? 0) - (b?.x ?? 0);
}

function sizeOf({ gridPos }: FilePanel): string {
  return `${gridPos?.w ?? 0}x${gridPos?.h ?? 0}`;
}

/** The positions of a longest rising subsequence. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  for (const [i, number] of numbers.entries()) {
    length[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j += 1) {
      const longer = (length[j] ?? 0) + 1;
      if ((numbers[j] ?? 0) < number && longer > (length[i] ?? 0)) {
        length[i] = longer;
        previous[i] = j;
      }
    }
    if (best < 0 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  }
  const rise = new Set<number>();
  for (let i = best; i >= 0; i = previous[i] ?? -1) rise.add(i);
  return rise;
}
