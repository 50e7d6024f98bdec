import { getDisplayValueAlignmentFactors, VizOrientation } from '@grafana/data';
import { BarGaugeDisplayMode, BarGaugeNamePlacement, BarGaugeValueMode } from '@grafana/schema';
import {
  BarGauge,
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  type BigValueJustifyMode,
  BigValueTextMode,
} from '@grafana/ui';
import { singleValues } from './field-values';
import type { PanelView } from './panel-view';

interface StatOptions {
  readonly colorMode?: BigValueColorMode;
  readonly graphMode?: BigValueGraphMode;
  readonly textMode?: BigValueTextMode;
  readonly justifyMode?: BigValueJustifyMode;
  readonly wideLayout?: boolean;
  readonly text?: { readonly titleSize?: number; readonly valueSize?: number };
  readonly orientation?: string;
}

/** The number of columns that cells of about one shape take. */
function columnsOf(count: number, { width, height }: PanelView, orientation = 'auto'): number {
  if (orientation === 'vertical') return count;
  if (orientation === 'horizontal') return 1;
  const best = Math.round(Math.sqrt((count * width) / (height * 2)));
  return Math.max(1, Math.min(count, best));
}

/** Large numbers with a small chart each, drawn by Grafana's own component. */
export function StatPanel(view: PanelView) {
  const options = (view.panel.options ?? {}) as StatOptions;
  const graph = options.graphMode ?? BigValueGraphMode.Area;
  const values = singleValues(view, graph !== BigValueGraphMode.None);
  const columns = columnsOf(values.length, view, options.orientation);
  const rows = Math.ceil(values.length / columns);
  return (
    <div className="cells" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {values.map(({ display, sparkline }, position) => (
        <BigValue
          key={`${display.title ?? ''}-${position}`}
          width={(view.width - 8 * (columns - 1)) / columns}
          height={(view.height - 8 * (rows - 1)) / rows}
          value={display}
          count={values.length}
          colorMode={options.colorMode ?? BigValueColorMode.Value}
          graphMode={graph}
          textMode={options.textMode ?? BigValueTextMode.Auto}
          disableWideLayout={options.wideLayout === false}
          theme={view.theme}
          {...(options.justifyMode ? { justifyMode: options.justifyMode } : {})}
          {...(options.text ? { text: options.text } : {})}
          {...(sparkline ? { sparkline } : {})}
        />
      ))}
    </div>
  );
}

interface BarGaugeOptions {
  readonly displayMode?: BarGaugeDisplayMode;
  readonly orientation?: string;
  readonly valueMode?: BarGaugeValueMode;
  readonly namePlacement?: BarGaugeNamePlacement;
  readonly showUnfilled?: boolean;
}

/** Bars that fill up to their values, drawn by Grafana's own component. */
export function BarGaugePanel(view: PanelView) {
  const options = (view.panel.options ?? {}) as BarGaugeOptions;
  const values = singleValues(view, false);
  const isVertical = options.orientation === 'vertical';
  const factors = getDisplayValueAlignmentFactors(values);
  const size = isVertical ? view.width : view.height;
  const each = Math.max(isVertical ? 40 : 24, (size - 8 * (values.length - 1)) / values.length);
  return (
    <div
      className={isVertical ? 'bars across' : 'bars'}
      tabIndex={0}
      role="group"
      aria-label="Values"
    >
      {values.map(({ display, field }, position) => (
        <BarGauge
          key={`${display.title ?? ''}-${position}`}
          width={isVertical ? each : view.width}
          height={isVertical ? view.height : Math.min(each, 60)}
          value={display}
          field={field}
          orientation={isVertical ? VizOrientation.Vertical : VizOrientation.Horizontal}
          displayMode={options.displayMode ?? BarGaugeDisplayMode.Gradient}
          alignmentFactors={factors}
          theme={view.theme}
          showUnfilled={options.showUnfilled ?? true}
          valueDisplayMode={options.valueMode ?? BarGaugeValueMode.Color}
          namePlacement={options.namePlacement ?? BarGaugeNamePlacement.Auto}
        />
      ))}
    </div>
  );
}
