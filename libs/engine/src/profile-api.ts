/** The part of the public API that profiles of a workspace are written with. */
export {
  CLASSIC as CLASSIC_PROFILE,
  type DashboardPanelSource,
  type DividedPanels,
  type DraftBasis,
  type HeadlineSlot,
  type HeadlineStat,
  type LayoutRules,
  type MetricPanelSource,
  type PanelBlock,
  type PanelBlockOf,
  type PanelDraft,
  type PanelQuery,
  type PanelRole,
  type PanelSource,
  type PanelSourceName,
  type PresentationStyle,
  type Profile,
  type SourceContext,
  STANDARD as STANDARD_PROFILE,
  type TableColumn,
  type Threshold,
  type ValueRange,
} from '@g6/generation';
export type { Alert, Family, Metric, MetricType, PanelLook, Plan } from '@g6/model';
export { reloadProfiles } from './files/load-profiles';
