export { classicJson } from './classic-json';
export {
  dashboardFileOf,
  type DashboardsReading,
  type DashboardText,
  decodeDashboard,
  decodeGenerated,
  encodeDashboard,
  type EncodedDashboard,
  isGenerated,
} from './codec';
export { dashboardFileName, slugOfFile, slugOfPath } from './file-names';
export { compareManifest } from './compare-manifest';
export { compareDashboards, compareForms } from './compare-dashboards';
export type { DashboardFile, FileDatasource, FilePanel, FileQuery } from './dashboard-file';
export { type Drift, driftDetails, driftTokens, hasDrift, NO_DRIFT } from './drift';
export { manifestText } from './manifest';
export { DASHBOARD_EXTENSIONS } from './formats';
export { annotationKey } from './forms/dashboard-forms';
export {
  NOTES_EXTENSION,
  type PanelNotes,
  panelNotesText,
  type RowNote,
} from './forms/panel-notes';
export {
  PERSES_CALCULATIONS,
  PERSES_DATASOURCE,
  PERSES_PANELS,
  PERSES_SORTS,
  PERSES_UNITS,
} from './forms/perses-words';
export { classicAnnotationOfV2, classicPanelOfV2, classicVariableOfV2 } from './forms/v2-parts';
export {
  CURSOR_SYNC,
  QUERY_TEXT_KEY,
  REFRESH_INTERVALS,
  VARIABLE_HIDE,
  VARIABLE_REFRESH,
  VARIABLE_SORT,
} from './forms/v2-words';
export { objectOf, objectsOf, present, type ReadJson, textOf, without } from './json-values';
export { renameMetaKey } from './rename-meta-key';
export { DASHBOARD_FORMS } from './forms/dashboard-forms';
export { readForm } from './formats';
