import { DATASOURCE_TYPE } from '@g6/model';
import type { JsonObject } from '@g6/generation';
import { addAll, highest } from '@g6/problems';
import { objectOf, objectsOf, present, type ReadJson, textOf } from '../json-values';
import { type PanelNotes, RowNotes } from './panel-notes';
import { grafanaWord, PERSES_PANELS, PERSES_UNITS } from './perses-words';

/** How a layout names a panel. */
const PANEL_REFERENCE = '#/spec/panels/';

/**
 * Brings a dashboard of Perses to the classic form, as far as inventories, lint and comparisons look at
 * it. Everything else stays under `perses`, so that a comparison notices when it changes.
 */
export function classicOfPerses(
  resource: ReadJson,
  metaKey: string,
  notes: PanelNotes | undefined,
): JsonObject {
  const spec = objectOf(resource['spec']);
  const display = objectOf(spec['display']);
  return present({
    uid: objectOf(resource['metadata'])['name'],
    title: display['name'],
    description: display['description'],
    templating: { list: objectsOf(spec['variables']).map(readVariable) },
    panels: readPanels(spec, metaKey, notes),
    perses: present({
      duration: spec['duration'],
      refreshInterval: spec['refreshInterval'],
      datasources: spec['datasources'],
    }),
  });
}

function readVariable(variable: ReadJson): JsonObject {
  const spec = objectOf(variable['spec']);
  const display = objectOf(spec['display']);
  const plugin = objectOf(spec['plugin']);
  const types: Readonly<Record<string, string>> = {
    DatasourceVariable: 'datasource',
    StaticListVariable: 'custom',
  };
  const isText = variable['kind'] === 'TextVariable';
  return present({
    type: isText ? 'textbox' : (types[String(plugin['kind'])] ?? 'query'),
    name: spec['name'],
    label: display['name'],
    query: isText ? spec['value'] : undefined,
    perses: variable,
  });
}

function readPanels(spec: ReadJson, metaKey: string, notes: PanelNotes | undefined): JsonObject[] {
  const rows = new RowNotes(notes);
  const elements = objectOf(spec['panels']);
  const panels: JsonObject[] = [];
  let y = 0;
  for (const layout of objectsOf(spec['layouts'])) {
    const grid = objectOf(layout['spec']);
    const items = objectsOf(grid['items']);
    const display = grid['display'];
    const below = y + (display === undefined ? 0 : 1);
    const inside = items.flatMap((item) => readItem(item, elements, below, metaKey, notes));
    const bottom = highest([
      below,
      ...items.map((item) => below + sideOf(item, 'height') + sideOf(item, 'y')),
    ]);
    const isOpen = objectOf(objectOf(display)['collapse'])['open'] !== false;
    if (display !== undefined) {
      const title = textOf(objectOf(display)['title']) ?? '';
      const note = rows.take(title);
      panels.push(
        present({
          ...{ type: 'row', title, collapsed: !isOpen, panels: isOpen ? [] : inside },
          gridPos: { x: 0, y, w: 24, h: 1 },
          repeat: grid['repeatVariable'],
          id: note?.id,
          [metaKey]: note?.meta,
        }),
      );
    }
    if (isOpen || display === undefined) addAll(panels, inside);
    y = isOpen || display === undefined ? bottom : below;
  }
  return panels;
}

function readItem(
  item: ReadJson,
  elements: ReadJson,
  top: number,
  metaKey: string,
  notes: PanelNotes | undefined,
): JsonObject[] {
  const reference = textOf(objectOf(item['content'])['$ref']) ?? '';
  const name = reference.startsWith(PANEL_REFERENCE) ? reference.slice(PANEL_REFERENCE.length) : '';
  if (!Object.hasOwn(elements, name)) return [];
  const gridPos = {
    ...{ x: sideOf(item, 'x'), y: top + sideOf(item, 'y') },
    ...{ w: sideOf(item, 'width'), h: sideOf(item, 'height') },
  };
  const panel = readPanel(objectOf(objectOf(elements[name])['spec']));
  return [present({ ...panel, gridPos, [metaKey]: notes?.panels[name] })];
}

function sideOf(item: ReadJson, key: string): number {
  return typeof item[key] === 'number' ? item[key] : 0;
}

function readPanel(spec: ReadJson): JsonObject {
  const display = objectOf(spec['display']);
  const plugin = objectOf(spec['plugin']);
  const drawn = objectOf(plugin['spec']);
  const format = objectOf(
    drawn['format'] ?? objectOf(drawn['yAxis'])['format'] ?? drawn['yAxisFormat'],
  );
  const targets = objectsOf(spec['queries']).map(readQuery);
  return present({
    title: display['name'],
    description: display['description'],
    type: grafanaWord(PERSES_PANELS, plugin['kind']) ?? String(plugin['kind']),
    fieldConfig: { defaults: present({ unit: grafanaWord(PERSES_UNITS, format['unit']) }) },
    ...(targets.length === 0 ? {} : { targets, datasource: targets[0]?.['datasource'] }),
    perses: present({ plugin: drawn, links: spec['links'] }),
  });
}

function readQuery(query: ReadJson, place: number): JsonObject {
  const plugin = objectOf(objectOf(query['spec'])['plugin']);
  const spec = objectOf(plugin['spec']);
  const { datasource } = spec;
  const uid = typeof datasource === 'string' ? datasource : objectOf(datasource)['name'];
  return present({
    refId: String.fromCharCode(65 + (place % 26)),
    expr: spec['query'],
    legendFormat: spec['seriesNameFormat'],
    interval: spec['minStep'],
    instant: spec['instant'],
    datasource: present({ type: DATASOURCE_TYPE, uid }),
  });
}
