import { type DataFrame, DashboardCursorSync, EventBusSrv } from '@grafana/data';
import type { VizLegendOptions, VizTooltipOptions } from '@grafana/schema';
import {
  type PanelContext,
  type UPlotConfigBuilder,
  PanelContextProvider,
  SeriesVisibilityChangeBehavior,
  SeriesVisibilityChangeMode,
  TimeSeries,
  TooltipPlugin,
  ZoomPlugin,
} from '@grafana/ui';
import { useLayoutEffect, useMemo, useState } from 'react';
import { EventMarks } from './event-marks';
import { numberFields } from './field-values';
import type { PanelView } from './panel-view';

/** All charts of the page share their crosshair. */
const eventBus = new EventBusSrv();

const NO_LEGEND = { showLegend: false, displayMode: 'list', placement: 'bottom', calcs: [] };

/** Lines, bars and points over time, drawn by Grafana's own component. */
export function TimeSeriesPanel(view: PanelView) {
  const { panel, frames, width, height, range, timeZone, events, theme, onZoom } = view;
  const [alone, setAlone] = useState<readonly string[]>([]);
  const { legend = NO_LEGEND, tooltip } = (panel.options ?? {}) as {
    legend?: VizLegendOptions;
    tooltip?: VizTooltipOptions;
  };
  const context: PanelContext = useMemo(() => {
    return {
      eventsScope: 'preview',
      eventBus,
      sync: () => DashboardCursorSync.Crosshair,
      seriesVisibilityChangeBehavior: SeriesVisibilityChangeBehavior.Isolate,
      onToggleSeriesVisibility: (name, mode) => {
        setAlone((before) =>
          toggled(before, name, mode === SeriesVisibilityChangeMode.AppendToSelection),
        );
      },
    } as PanelContext;
  }, []);
  const shown = useMemo(() => withOnly(frames, alone), [frames, alone]);
  return (
    <PanelContextProvider value={context}>
      <TimeSeries
        frames={shown}
        width={width}
        height={height}
        timeRange={range}
        timeZone={timeZone}
        legend={legend as VizLegendOptions}
        options={panel.options ?? {}}
      >
        {(config, aligned) => (
          <>
            <RoomForTimes config={config} />
            <ZoomPlugin config={config} onZoom={onZoom} />
            <EventMarks config={config} events={events} theme={theme} />
            {(tooltip?.mode as string | undefined) !== 'none' && (
              <TooltipPlugin
                config={config}
                data={aligned}
                frames={shown}
                timeZone={timeZone}
                sync={() => DashboardCursorSync.Crosshair}
                {...(tooltip ? { mode: tooltip.mode, sortOrder: tooltip.sort } : {})}
              />
            )}
          </>
        )}
      </TimeSeries>
    </PanelContextProvider>
  );
}

/** Half of a time at the right end of the axis, which a chart would else cut off, in pixels. */
const ROOM = 18;

function RoomForTimes({ config }: { readonly config: UPlotConfigBuilder }) {
  useLayoutEffect(() => {
    config.setPadding([null, ROOM, null, null]);
  }, [config]);
  return null;
}

/** A click shows one series alone or all again; with a modifier key it adds to those shown. */
function toggled(
  before: readonly string[],
  label: string | string[] | null,
  adds: boolean,
): readonly string[] {
  const name = [label ?? []].flat()[0];
  if (name === undefined) return [];
  if (!adds) return before.length === 1 && before[0] === name ? [] : [name];
  return before.includes(name) ? before.filter((one) => one !== name) : [...before, name];
}

function withOnly(frames: readonly DataFrame[], names: readonly string[]): DataFrame[] {
  if (names.length === 0) return [...frames];
  const kept = new Set<unknown>(
    numberFields(frames)
      .filter(({ name }) => names.includes(name))
      .map(({ field }) => field),
  );
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field, i) => {
      if (i === 0 || kept.has(field)) return field;
      const hideFrom = { viz: true, legend: false, tooltip: true };
      return {
        ...field,
        config: { ...field.config, custom: { ...(field.config.custom as object), hideFrom } },
      };
    }),
  }));
}
