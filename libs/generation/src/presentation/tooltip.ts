import type { VizTooltipOptions } from '@grafana/schema';
import type { GrafanaJson } from './grafana-json';

type Tooltip = GrafanaJson<VizTooltipOptions>;

/** All series at a moment, highest first. */
export const ALL_SERIES_TOOLTIP: Tooltip = { mode: 'multi', sort: 'desc' };

/** Only what the pointer is on. */
export const SINGLE_TOOLTIP: Tooltip = { mode: 'single', sort: 'none' };
