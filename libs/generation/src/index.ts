export type { DashboardJson, DashboardMeta, PanelJson, PanelMeta } from './dashboard-json';
export { draftBasis, type DraftBasis } from './draft-panels';
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
export type { PanelBlockOf, PanelDraft, PanelSourceName } from './panel-draft';
export type { Density } from './place-panels';
export { identityOf, type PanelIdentity, signatureOf, type SignatureParts } from './signature';
export {
  BUILT_IN_PROFILES,
  PANEL_SOURCES,
  panelReason,
  type ProfileChoice,
  profileOf,
  usualProfile,
} from './profiles';
export type { Profile } from './profiles/profile';
export { sliceOf } from './slices/slice-basis';
export { hashOfSlice, type SliceContent, textOfSlice } from './slices/slice-text';
export { sortKeys, stableJson } from './stable-json';
export type { UnitInference } from './unit-of';
