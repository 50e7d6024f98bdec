import { DATASOURCE_TYPE, DATASOURCE_VARIABLE, META_KEY } from '@g6/model';
import type { PanelJson, PanelMeta } from './dashboard-json';
import type { PlacedPanel } from './place-panels';
import { presentPanel } from './presentation/present-panel';

/** Which datasource a panel or query asks. */
export interface DatasourceRef {
  readonly type: string;
  readonly uid: string;
}

/** The datasource of every query: a fixed uid, or the variable that the reader sets. */
export function datasourceRef(uid: string | undefined): DatasourceRef {
  return { type: DATASOURCE_TYPE, uid: uid ?? `\${${DATASOURCE_VARIABLE}}` };
}

/** Writes a placed panel the way Grafana reads it. */
export function assemblePanel(panel: PlacedPanel, datasource: DatasourceRef): PanelJson {
  const base = {
    id: panel.id,
    type: panel.type,
    title: panel.title,
    gridPos: panel.gridPos,
    [META_KEY]: panelMeta(panel),
  };
  if (panel.type === 'row') return { ...base, collapsed: false, panels: [] } as PanelJson;
  const queried = panel.queries.length > 0;
  return {
    ...base,
    ...(panel.description === '' ? {} : { description: panel.description }),
    ...(queried ? { datasource, targets: targetsOf(panel, datasource) } : {}),
    ...presentPanel(panel),
  };
}

function targetsOf(panel: PlacedPanel, datasource: DatasourceRef) {
  const table = panel.type === 'table';
  const format = table ? 'table' : panel.type === 'heatmap' ? 'heatmap' : 'time_series';
  return panel.queries.map(({ expr, legend }, position) => ({
    refId: refId(position),
    datasource,
    editorMode: 'code',
    expr,
    format,
    instant: table,
    range: !table,
    legendFormat: legend,
  }));
}

/** A, B, … Z, AA, AB, as Grafana counts queries. */
function refId(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : refId(Math.floor(position / 26) - 1) + letter;
}

function panelMeta(panel: PlacedPanel): PanelMeta {
  const row = panel.type === 'row';
  return {
    panel_uuid: panel.panelUuid,
    ...(panel.queries.length > 0 ? { query_uuid: panel.queryUuid } : {}),
    ...(row ? { group_header: true } : { source: panel.source }),
    ...(panel.metric === undefined ? {} : { metric: panel.metric }),
    ...(panel.family === undefined ? {} : { family: panel.family }),
    ...(panel.kind === undefined ? {} : { kind: panel.kind }),
    ...(panel.splitLabel === undefined ? {} : { split_label: panel.splitLabel }),
    ...(panel.group === undefined ? {} : { group: panel.group }),
    ...(panel.alertsCount === undefined ? {} : { alerts_count: panel.alertsCount }),
    ...(panel.migratedPercent === undefined ? {} : { migrated_percent: panel.migratedPercent }),
  };
}
