export type { DashboardJson, DashboardMeta, PanelJson, PanelMeta } from './dashboard-json';
export { DraftsOnDemand } from './draft-on-demand';
export { draftBasis, type DraftBasis, draftContext, unwantedPanels } from './draft-panels';
export {
  type DashboardLayout,
  finishDashboard,
  finishEveryForm,
  type FinishedDashboard,
  panelCount,
  draftDashboard,
  type DraftedDashboard,
} from './generate-dashboard';
export { DEFAULT_OPTIONS, type GenerationOptions, generationOptions } from './generation-options';
export { signatureParts } from './identify-panels';
export { isJsonObject, type JsonObject } from './json-object';
export { PANEL_LINK } from './presentation/look/links';
export type { PlanFilters } from './plan-parts/plan-filters';
export type {
  HeadlineSlot,
  HeadlineStat,
  PanelBlock,
  PanelBlockOf,
  PanelDraft,
  PanelQuery,
  PanelRole,
  PanelSourceName,
  TableColumn,
  Threshold,
  ValueRange,
} from './panel-draft';
export type { Density, LayoutRules } from './place-panels';
export type { DividedPanels } from './plan-parts/blocks';
export type { PresentationStyle } from './presentation/presentation-style';
export { identityOf, type PanelIdentity, signatureOf, type SignatureParts } from './signature';
export {
  BUILT_IN_PROFILES,
  CLASSIC,
  PANEL_SOURCES,
  panelReason,
  type ProfileChoice,
  profileOf,
  STANDARD,
  usualProfile,
} from './profiles';
export { checkProfiles, type ProfilesCheck } from './profiles/check-profiles';
export { ProfileFailure } from './profiles/profile-failure';
export type { Profile } from './profiles/profile';
export { sliceOf } from './slices/slice-basis';
export { hashOfSlice, type SliceContent, textOfSlice } from './slices/slice-text';
export type {
  DashboardPanelSource,
  MetricPanelSource,
  PanelSource,
  SourceContext,
} from './panel-source';
export { sortKeys, stableJson } from './stable-json';
export type { UnitInference } from './unit-of';
