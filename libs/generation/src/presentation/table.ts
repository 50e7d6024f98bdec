import type { PanelDraft } from '../panel-draft';
import { presentAlertsTable } from './alerts-table';
import { presentPlainTable, type TablePresentation } from './plain-table';

/** A table of columns, in which the overview of alerts has colours of its own. */
export function presentTable(panel: PanelDraft): TablePresentation {
  return panel.source === 'alerts_aggregate' ? presentAlertsTable(panel) : presentPlainTable(panel);
}
