import type { DataFrame, GrafanaTheme2, TimeRange } from '@grafana/data';
import type { Panel } from '../dashboard-model';

/** What every kind of panel draws from. */
export interface PanelView {
  readonly panel: Panel;
  readonly frames: readonly DataFrame[];
  readonly width: number;
  readonly height: number;
  readonly range: TimeRange;
  readonly theme: GrafanaTheme2;
  /** Shows a part of the range, in milliseconds since 1970. */
  readonly onZoom: (range: { readonly from: number; readonly to: number }) => void;
}
