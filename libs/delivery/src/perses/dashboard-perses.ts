import { objectOf, objectsOf, type ReadJson, textOf } from '@g6/dashboard-files';
import type { FinishedDashboard, JsonObject, PanelBlockOf, PanelJson } from '@g6/generation';
import { layoutParts } from '../layout-parts';
import { panelsById } from '../panels-by-id';
import { panelPerses } from './panel-perses';
import { variablePerses } from './variable-perses';

/** The `spec` of a dashboard of Perses, and what Perses has no counterpart for. */
export interface DashboardPerses {
  readonly spec: JsonObject;
  readonly lost: readonly string[];
}

/** The range of a dashboard whose own Perses cannot say. */
const USUAL_DURATION = '6h';

/** The name of a panel in Perses. */
export function persesPanelName(id: number): string {
  return `panel-${id}`;
}

/** Writes the `spec` of a dashboard of Perses. */
export function dashboardPerses({ json, layout }: FinishedDashboard): DashboardPerses {
  const source = json as unknown as ReadJson;
  const panels = panelsById(json.panels);
  const lost: string[] = [];
  const drawn = [...panels.values()].flatMap((panel) => {
    if (panel.type === 'row') return [];
    const written = panelPerses(panel, lost);
    return written ? [[persesPanelName(panel.id ?? 0), written] as const] : [];
  });
  const variables = objectsOf(objectOf(source['templating'])['list']).flatMap(
    (variable) => variablePerses(variable, lost) ?? [],
  );
  reportSettings(source, lost);
  const known = new Set(drawn.map(([name]) => name));
  const { title, description } = json;
  return {
    spec: {
      display: { name: title, ...(description === undefined ? {} : { description }) },
      duration: durationOf(objectOf(source['time']), lost),
      ...refreshOf(source['refresh']),
      variables,
      panels: Object.fromEntries(drawn),
      layouts: layout.blocks.flatMap((block) => gridsOf(block, panels, known)),
    },
    lost,
  };
}

function reportSettings(source: ReadJson, lost: string[]): void {
  if (objectsOf(source['links']).length > 0) lost.push('links in the header');
  const annotations = objectsOf(objectOf(source['annotations'])['list']);
  const names = annotations.filter(({ builtIn }) => builtIn !== 1).map(({ name }) => String(name));
  for (const name of names) lost.push(`the annotation "${name}"`);
}

/** Perses has ranges that end now, by their length. */
function durationOf({ from, to }: ReadJson, lost: string[]): string {
  const [, length] = /^now-([0-9]+(?:s|m|h|d|w|y))$/.exec(textOf(from) ?? '') ?? [];
  if (length !== undefined && to === 'now') return length;
  lost.push(`the time range from ${String(from)} to ${String(to)}`);
  return USUAL_DURATION;
}

function refreshOf(refresh: unknown): JsonObject {
  const interval = textOf(refresh);
  return interval === undefined ? {} : { refreshInterval: interval };
}

function gridsOf(
  block: PanelBlockOf<number>,
  panels: ReadonlyMap<number, PanelJson>,
  known: ReadonlySet<string>,
): JsonObject[] {
  return layoutParts(block, panels).map(({ header, panels: own, top }, position) => {
    const closed = position === 0 && block.header !== undefined && block.collapsed;
    const display = header && { title: header.title ?? '', collapse: { open: !closed } };
    return {
      kind: 'Grid',
      spec: {
        ...(display ? { display } : {}),
        items: own
          .filter(({ id = 0 }) => known.has(persesPanelName(id)))
          .map((panel) => itemOf(panel, top)),
        ...(header?.repeat === undefined ? {} : { repeatVariable: header.repeat }),
      },
    };
  });
}

function itemOf({ id = 0, gridPos }: PanelJson, top: number): JsonObject {
  const { x = 0, y = 0, w = 12, h = 8 } = gridPos ?? {};
  return {
    ...{ x, y: y - top, width: w, height: h },
    content: { $ref: `#/spec/panels/${persesPanelName(id)}` },
  };
}
