export type { ExportContent, Exported, ExportedFile } from './export-content';
export { exportDashboards, type ExportNames } from './export-dashboards';
export {
  API_VERSIONS,
  type ApiVersion,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportSettings,
  settingProblems,
} from './export-options';
export { type Folder, type Folders, foldersOf } from './folders';
export { readLabels } from './labels';
