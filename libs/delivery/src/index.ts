export type { ExportContent, Exported, ExportedFile } from './export-content';
export { exportDashboards, type ExportNames } from './export-dashboards';
export {
  API_VERSIONS,
  type ApiVersion,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportSettings,
} from './export-options';
export { readLabels } from './labels';
