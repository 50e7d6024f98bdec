/**
 * What generation draws if a plan says nothing, and what Grafana draws if a dashboard says nothing:
 * where the two differ, a plan has to say what a dashboard leaves open.
 */
interface Drawing {
  readonly color: string;
  readonly fill?: number;
  readonly lineWidth?: number;
  readonly tooltip?: string;
}

const GRAPH = { color: 'palette-classic', fill: 0, lineWidth: 1, tooltip: 'single' };
const BARS = { ...GRAPH, fill: 80 };
const VALUE = { color: 'thresholds' };
const STATES = { color: 'continuous-GrYlRd', fill: 70, lineWidth: 0, tooltip: 'single' };

const GRAFANA: Readonly<Record<string, Drawing>> = {
  timeseries: GRAPH,
  trend: GRAPH,
  barchart: BARS,
  histogram: BARS,
  xychart: { ...GRAPH, fill: 50 },
  piechart: { color: 'palette-classic', tooltip: 'single' },
  stat: VALUE,
  gauge: VALUE,
  bargauge: VALUE,
  table: VALUE,
  heatmap: { ...VALUE, tooltip: 'single' },
  'state-timeline': STATES,
  'status-history': { ...VALUE, fill: 70, lineWidth: 1, tooltip: 'single' },
};

const OURS: Readonly<Record<string, Drawing>> = {
  ...GRAFANA,
  timeseries: { ...GRAPH, fill: 10, tooltip: 'multi' },
  trend: { ...GRAPH, fill: 10, tooltip: 'multi' },
  barchart: { ...BARS, tooltip: 'multi' },
  histogram: { ...BARS, tooltip: 'multi' },
  'state-timeline': { ...STATES, color: 'continuous-blues' },
};

/** What a plan has to say of one thing; undefined if generation draws it so by itself. */
export function unlessDrawn<Key extends keyof Drawing>(
  type: string,
  key: Key,
  written: Drawing[Key] | undefined,
): Drawing[Key] | undefined {
  const wanted = written ?? GRAFANA[type]?.[key];
  return wanted === OURS[type]?.[key] ? undefined : wanted;
}
