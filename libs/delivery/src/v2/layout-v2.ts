import type {
  AutoGridLayoutKind,
  ConditionalRenderingGroupKind,
  GridLayoutItemKind,
  GridLayoutKind,
  RepeatOptions,
  RowsLayoutRowKind,
  Spec,
  TabsLayoutTabKind,
} from '@grafana/schema/apis/dashboard.grafana.app/v2';
import type { DashboardLayout, PanelBlockOf, PanelJson } from '@g6/generation';
import { type LayoutPart, layoutParts } from '../layout-parts';
import { elementName } from './panel-v2';

/** The title of the tab with what stands above all sections. */
const FIRST_TAB = 'Overview';
/** As many columns as a fixed grid has panels of the usual width, for an automatic one. */
const AUTO_COLUMNS = 2;

type Panels = ReadonlyMap<number, PanelJson>;
type Block = PanelBlockOf<number>;

/**
 * Writes the layout of a dashboard: a grid if there is nothing but panels, else rows, or tabs where the
 * plan asks for them. A row among the panels of a block parts them, as it does in a classic dashboard.
 */
export function layoutV2({ kind, blocks }: DashboardLayout, panels: Panels): Spec['layout'] {
  if (kind === 'tabs') {
    return { kind: 'TabsLayout', spec: { tabs: blocks.map((block) => tabOf(block, panels)) } };
  }
  const rows = blocks.flatMap((block) => rowsOf(block, panels));
  const [only] = rows;
  const isBare = rows.length === 1 && only?.spec.hideHeader === true;
  if (isBare && only.spec.conditionalRendering === undefined) return only.spec.layout;
  return { kind: 'RowsLayout', spec: { rows } };
}

function tabOf(block: Block, panels: Panels): TabsLayoutTabKind {
  const [first, ...others] = layoutParts(block, panels);
  const header = block.header === undefined ? undefined : first?.header;
  // The tab has the title of the block, so that its first part needs no row.
  const rows = [...(first ? [{ ...first, header: undefined }] : []), ...others];
  return {
    kind: 'TabsLayoutTab',
    spec: {
      title: header?.title ?? FIRST_TAB,
      layout:
        first && others.length === 0
          ? gridOf(first, block)
          : { kind: 'RowsLayout', spec: { rows: rows.map((part) => rowOf(part, block)) } },
      ...conditionOf(block),
      ...repeatOf(header),
    },
  };
}

function rowsOf(block: Block, panels: Panels): RowsLayoutRowKind[] {
  return layoutParts(block, panels).map((part, position) => {
    const { kind, spec } = rowOf(part, block);
    const collapse = position === 0 && block.header !== undefined && block.collapsed;
    return { kind, spec: { ...spec, collapse, ...conditionOf(block) } };
  });
}

function rowOf(part: LayoutPart, block: Block): RowsLayoutRowKind {
  const { header } = part;
  return {
    kind: 'RowsLayoutRow',
    spec: {
      ...(header ? { title: header.title ?? '' } : { title: '', hideHeader: true }),
      collapse: false,
      ...repeatOf(header),
      layout: gridOf(part, block),
    },
  };
}

function gridOf(part: LayoutPart, { autoGrid }: Block): GridLayoutKind | AutoGridLayoutKind {
  return autoGrid === true ? autoGridOf(part) : fixedGridOf(part);
}

function fixedGridOf({ panels, top }: LayoutPart): GridLayoutKind {
  return {
    kind: 'GridLayout',
    spec: { items: panels.map((panel) => gridItem(panel, top)) },
  };
}

function gridItem(panel: PanelJson, top: number): GridLayoutItemKind {
  const { x = 0, y = 0, w = 12, h = 8 } = panel.gridPos ?? {};
  const { repeat, repeatDirection, maxPerRow } = panel;
  const repeated: RepeatOptions | undefined =
    repeat === undefined
      ? undefined
      : {
          mode: 'variable',
          value: repeat,
          ...(repeatDirection === undefined ? {} : { direction: repeatDirection }),
          ...(maxPerRow === undefined ? {} : { maxPerRow }),
        };
  return {
    kind: 'GridLayoutItem',
    spec: {
      ...{ x, y: y - top, width: w, height: h },
      element: { kind: 'ElementReference', name: elementName(panel.id ?? 0) },
      ...(repeated ? { repeat: repeated } : {}),
    },
  };
}

function autoGridOf({ panels }: LayoutPart): AutoGridLayoutKind {
  return {
    kind: 'AutoGridLayout',
    spec: {
      maxColumnCount: AUTO_COLUMNS,
      columnWidthMode: 'standard',
      rowHeightMode: 'standard',
      items: panels.map((panel) => ({
        kind: 'AutoGridLayoutItem',
        spec: {
          element: { kind: 'ElementReference', name: elementName(panel.id ?? 0) },
          ...repeatOf(panel),
        },
      })),
    },
  };
}

function repeatOf(panel: PanelJson | undefined) {
  if (panel?.repeat === undefined) return {};
  return { repeat: { mode: 'variable' as const, value: panel.repeat } };
}

/** Hides what has no data, where the plan asks for it. */
function conditionOf({ showIfData }: Block): {
  conditionalRendering?: ConditionalRenderingGroupKind;
} {
  if (showIfData !== true) return {};
  return {
    conditionalRendering: {
      kind: 'ConditionalRenderingGroup',
      spec: {
        visibility: 'show',
        condition: 'and',
        items: [{ kind: 'ConditionalRenderingData', spec: { value: true } }],
      },
    },
  };
}
