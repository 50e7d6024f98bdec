export { compareInventories, inventoriesDiffer, type InventoryDiff } from './compare-inventories';
export { type Coverage, coverageOf } from './coverage/coverage';
export { shownMetrics } from './coverage/find-shown';
export { COVERAGE_FORMATS, type CoverageFormat, renderCoverage } from './coverage/render-coverage';
export { chooseColumns, chooseSources } from './export-choices';
export { identityProblems, type PlacedRow } from './inventory-problems';
export {
  type FoundRow,
  INVENTORY_COLUMNS,
  type InventoryRow,
  inventoryRows,
} from './inventory-rows';
export {
  INVENTORY_FORMATS,
  type InventoryFormat,
  type InventoryReading,
  inventoryText,
  readInventory,
} from './inventory-text';
export { renderInventoryDiff } from './render-diff';
export { reviewJson, reviewMarkdown } from './review/render-review';
export {
  type DashboardChange,
  type PanelChange,
  type PartChange,
  type Review,
  reviewDashboards,
} from './review/review-dashboards';
