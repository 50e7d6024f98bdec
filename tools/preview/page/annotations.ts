import { rangeUtil, type TimeRange } from '@grafana/data';
import { useEffect, useMemo, useState } from 'react';
import { interpolate, interpolateTitle, type Variables } from '../src/interpolate';
import type { QuerySeries } from '../src/protocol';
import type { Annotation } from '../src/dashboard/dashboard-model';
import type { PreviewApi } from './preview-api';
import { intervalVariables } from './time-window';

/** Something that happened, to be marked in charts; times in milliseconds since 1970. */
export interface ChartEvent {
  readonly from: number;
  readonly to: number;
  /** A colour, or the name of one of Grafana's. */
  readonly color: string;
  readonly text: string;
}

/** Whether annotations are on, by name, where the user says it. */
export type Switches = Readonly<Record<string, boolean>>;

/** The annotations of a dashboard that ask a Prometheus. */
export function queriedAnnotations(list: readonly Annotation[] = []): readonly Annotation[] {
  return list.filter(({ expr = '' }) => expr !== '');
}

/** Whether an annotation is drawn. */
export function isOn({ name, enable = true }: Annotation, switches: Switches): boolean {
  return switches[name] ?? enable;
}

/** More steps than a chart has pixels are not asked for. */
const MOST_STEPS = 1000;

/** The events of all annotations that are on; those of one that fails are left out. */
export function useEvents(
  api: PreviewApi,
  annotations: readonly Annotation[],
  switches: Switches,
  range: TimeRange,
  variables: Variables | undefined,
): readonly ChartEvent[] {
  const [events, setEvents] = useState<readonly ChartEvent[]>([]);
  const shown = useMemo(
    () => annotations.filter((one) => isOn(one, switches)),
    [annotations, switches],
  );
  useEffect(() => {
    if (!variables) return;
    const control = new AbortController();
    const loading = shown.map((one) =>
      loadEvents(api, one, range, variables, control.signal).catch(() => []),
    );
    void Promise.all(loading).then((loaded) => {
      if (!control.signal.aborted) setEvents(loaded.flat());
    });
    return () => {
      control.abort();
    };
  }, [api, shown, range, variables]);
  return events;
}

async function loadEvents(
  api: PreviewApi,
  annotation: Annotation,
  range: TimeRange,
  variables: Variables,
  signal: AbortSignal,
): Promise<ChartEvent[]> {
  const [from, to] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
  const step = Math.max(secondsOf(annotation.step), Math.ceil((to - from) / MOST_STEPS));
  const all = { ...variables, ...intervalVariables(range, step) };
  const written = annotation.expr ?? '';
  const [start, end] = [Math.floor(from / step) * step, Math.floor(to / step) * step];
  const asked = {
    expr: interpolate(written, all),
    written,
    start,
    end,
    step,
    instant: false,
    filters: [],
  };
  const { result } = await api.query(asked, signal);
  const events = result.flatMap((series) => eventsOf(annotation, series, step, all));
  // What holds at the first or the last step held before it, or still does.
  const isAt = (time: number, edge: number) => Math.abs(time / 1000 - edge) < step;
  return events.map((event) => ({
    ...event,
    from: isAt(event.from, from) ? from * 1000 : event.from,
    to: isAt(event.to, to) && event.to > event.from ? to * 1000 : event.to,
  }));
}

function secondsOf(step = ''): number {
  try {
    return Math.max(1, rangeUtil.intervalToSeconds(step));
  } catch {
    return 60;
  }
}

/** The events of a series: samples above 0 that follow each other without a gap are one. */
export function eventsOf(
  annotation: Annotation,
  { metric, values = [] }: QuerySeries,
  step: number,
  variables: Variables = {},
): ChartEvent[] {
  const { iconColor = 'red', useValueForTime = false } = annotation;
  const events: { from: number; to: number; color: string; text: string }[] = [];
  for (const [seconds, value] of values) {
    if (!(Number(value) > 0)) continue;
    const time = useValueForTime ? Number(value) : seconds * 1000;
    const last = events.at(-1);
    if (last && time - last.to <= step * 1000) last.to = time;
    else {
      const labels = { ...metric, value };
      const text = textOf(annotation, labels, variables);
      events.push({ from: time, to: time, color: iconColor, text });
    }
  }
  return events;
}

function textOf(
  { name, titleFormat = '', textFormat = '', tagKeys = '' }: Annotation,
  labels: Readonly<Record<string, string>>,
  variables: Variables,
): string {
  const filled = (text: string) =>
    interpolateTitle(text, variables).replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, label: string) => {
      return labels[label] ?? '';
    });
  const title = titleFormat === '' ? name : filled(titleFormat);
  const tags = tagKeys.split(',').flatMap((key) => labels[key.trim()] ?? []);
  const lines = [title, filled(textFormat), tags.join(', ')].filter((line) => line !== '');
  return [...new Set(lines)].join('\n');
}
