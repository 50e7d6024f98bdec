import { DATASOURCE_TYPE, DATASOURCE_VARIABLE, META_KEY, type PanelLook } from '@g6/model';
import type { PanelJson, PanelMeta } from './dashboard-json';
import type { PlacedPanel } from './place-panels';
import { mergePatch } from './merge-patch';
import type { PanelQuery } from './panel-draft';
import { applyLook } from './presentation/look/apply-look';
import { panelLinkJson, type UidOf } from './presentation/look/links';
import type { PresentationStyle } from './presentation/presentation-style';
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

/** What all panels of a dashboard share. */
export interface PanelSurroundings {
  readonly datasource: DatasourceRef;
  readonly uidOf: UidOf;
  readonly style: PresentationStyle;
}

/** Writes a placed panel the way Grafana reads it. */
export function assemblePanel(panel: PlacedPanel, surroundings: PanelSurroundings): PanelJson {
  const { datasource, uidOf, style } = surroundings;
  const { look } = panel;
  const base = {
    id: panel.id,
    type: panel.type,
    title: panel.title,
    gridPos: panel.gridPos,
    [META_KEY]: panelMeta(panel),
  };
  if (panel.type === 'row') {
    const { folded } = panel;
    const panels = (folded ?? []).map((inner) => assemblePanel(inner, surroundings));
    // A row always repeats downwards.
    const repeated: object = look?.repeat === undefined ? {} : { repeat: look.repeat };
    return { ...base, ...repeated, collapsed: folded !== undefined, panels } as PanelJson;
  }
  const queried = panel.queries.length > 0;
  const presentation = presentPanel(panel, style);
  const json = {
    ...base,
    ...(panel.description === '' ? {} : { description: panel.description }),
    ...(queried ? { datasource, targets: targetsOf(panel, datasource) } : {}),
    ...(look ? applyLook(panel.type, presentation, look, uidOf) : presentation),
    ...(look ? panelSettings(look, uidOf) : {}),
  };
  return (look?.grafana ? mergePatch(json, look.grafana) : json) as PanelJson;
}

/** Settings of a look besides fields, options and queries. */
function panelSettings(look: PanelLook, uidOf: UidOf) {
  const settings = {
    interval: look.min_interval,
    maxDataPoints: look.max_data_points,
    timeFrom: look.time_from,
    timeShift: look.time_shift,
    links: look.links?.map((link) => panelLinkJson(link, uidOf)),
    transparent: look.transparent,
    ...repeatOf(look),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function repeatOf(look: PanelLook | undefined) {
  if (look?.repeat === undefined) return {};
  const { repeat, repeat_direction = 'h', max_per_row } = look;
  return {
    repeat,
    repeatDirection: repeat_direction,
    ...(max_per_row === undefined ? {} : { maxPerRow: max_per_row }),
  };
}

function targetsOf(panel: PlacedPanel, datasource: DatasourceRef) {
  const table = panel.type === 'table';
  const usual = table ? 'table' : 'time_series';
  const names = refIds(panel.queries);
  return panel.queries.map((query, position) => {
    const { expr, legend, format = usual, instant = table } = query;
    return {
      refId: names[position] as string,
      datasource,
      editorMode: 'code',
      expr,
      format,
      instant,
      range: !instant,
      legendFormat: legend,
      ...(query.hide === true ? { hide: true } : {}),
      ...(query.exemplar === undefined ? {} : { exemplar: query.exemplar }),
      ...(query.interval === undefined ? {} : { interval: query.interval }),
    };
  });
}

/** The names of a panel's queries: their own, or else the letter of their place or the next free one. */
function refIds(queries: readonly PanelQuery[]): string[] {
  const taken = new Set(queries.flatMap(({ refId }) => refId ?? []));
  return queries.map(({ refId }, position) => {
    if (refId !== undefined) return refId;
    let free = position;
    while (taken.has(letterAt(free))) free += 1;
    taken.add(letterAt(free));
    return letterAt(free);
  });
}

/** A, B, … Z, AA, AB, as Grafana counts queries. */
function letterAt(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : letterAt(Math.floor(position / 26) - 1) + letter;
}

function panelMeta(panel: PlacedPanel): PanelMeta {
  const row = panel.type === 'row';
  return {
    panel_uuid: panel.panelUuid,
    ...(panel.queries.length > 0 ? { query_uuid: panel.queryUuid } : {}),
    ...(row ? { group_header: true } : { source: panel.source }),
    ...(panel.metric === undefined ? {} : { metric: panel.metric }),
    ...(panel.family === undefined ? {} : { family: panel.family }),
    ...(panel.stableId === undefined ? {} : { id: panel.stableId }),
    ...(panel.kind === undefined ? {} : { kind: panel.kind }),
    ...(panel.recognized === undefined
      ? {}
      : { recognized_as: panel.recognized.as, recognized_by: panel.recognized.because }),
    ...(panel.splitLabel === undefined ? {} : { split_label: panel.splitLabel }),
    ...(panel.group === undefined ? {} : { group: panel.group }),
    ...(panel.alertsCount === undefined ? {} : { alerts_count: panel.alertsCount }),
    ...(panel.migratedPercent === undefined ? {} : { migrated_percent: panel.migratedPercent }),
  };
}
