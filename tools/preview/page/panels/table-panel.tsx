import { TableNG } from '@grafana/ui/unstable';
import type { TableCellHeight } from '@grafana/schema';
import type { PanelView } from './panel-view';

interface TableOptions {
  readonly cellHeight?: TableCellHeight;
  readonly showHeader?: boolean;
  readonly sortBy?: { displayName: string; desc?: boolean }[];
  readonly frameIndex?: number;
}

/** A table, drawn by Grafana's own component. */
export function TablePanel({ panel, frames, width, height }: PanelView) {
  const options = (panel.options ?? {}) as TableOptions;
  const frame = frames[options.frameIndex ?? 0] ?? frames[0];
  if (!frame) return null;
  return (
    <TableNG
      data={frame}
      width={width}
      height={height}
      noHeader={options.showHeader === false}
      {...(options.cellHeight === undefined ? {} : { cellHeight: options.cellHeight })}
      {...(options.sortBy ? { initialSortBy: options.sortBy } : {})}
    />
  );
}
