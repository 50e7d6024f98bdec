export type { DashboardJson, DashboardMeta, PanelJson, PanelMeta } from './dashboard-json';
export { draftBasis, type DraftBasis } from './draft-panels';
export {
  finishDashboard,
  panelCount,
  draftDashboard,
  type DraftedDashboard,
} from './generate-dashboard';
export { DEFAULT_OPTIONS, type GenerationOptions, generationOptions } from './generation-options';
export { isJsonObject, type JsonObject } from './json-object';
export type { PanelSourceName } from './panel-draft';
export type { Density } from './place-panels';
export { automaticQuantiles } from './rule-usage';
export { identityOf, type PanelIdentity, signatureOf, type SignatureParts } from './signature';
export {
  AUTOMATIC_SOURCES,
  DASHBOARD_SOURCES,
  EXPLICIT_SOURCE,
  LAST_SOURCE,
  PLAN_SOURCE,
} from './sources';
export { sortKeys, stableJson } from './stable-json';
export type { UnitInference } from './unit-of';
