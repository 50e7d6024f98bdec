import type { DataFrame, GrafanaTheme2, TimeRange } from '@grafana/data';
import type { ChartEvent } from '../annotations';
import type { Panel } from '../../src/dashboard/dashboard-model';

/** What every kind of panel draws from. */
export interface PanelView {
  readonly panel: Panel;
  readonly frames: readonly DataFrame[];
  readonly width: number;
  readonly height: number;
  readonly range: TimeRange;
  readonly theme: GrafanaTheme2;
  /** `utc`, `browser` or a name like `Europe/Berlin`. */
  readonly timeZone: string;
  /** What happened in the range. */
  readonly events: readonly ChartEvent[];
  /** Shows a part of the range, in milliseconds since 1970. */
  readonly onZoom: (range: { readonly from: number; readonly to: number }) => void;
}
