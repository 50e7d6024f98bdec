import type { PanelLook } from '@g6/model';
import { firingAlerts, firingCount, valuesOf } from '@g6/promql';
import type { HeadlineSlot, HeadlineStat, PanelDraft } from '../../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../../panel-source';

/** Numbers that say at a glance how things are, each with a link to its panel. */
export const headlineSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'headline',
  reason: 'Whoever opens the dashboard wants to know first whether anything is wrong.',
  draft: (context) => {
    const stats = [...firingAlertsStat(context), ...statsOf(context.drafted)].slice(0, MOST);
    return sharingTheRow(stats.length > 0 ? stats : instancesStat(context));
  },
};

/** Gives the numbers the whole row: four columns each for six, more for fewer. */
function sharingTheRow(stats: readonly PanelDraft[]): PanelDraft[] {
  const width = Math.floor(ROW / stats.length);
  const rest = ROW - width * stats.length;
  return stats.map((stat, place) => ({
    ...(width < NARROW ? withoutGraph(stat) : stat),
    span: width + (place < rest ? 1 : 0),
  }));
}

/**
 * Grafana draws the small graph of a number behind it, the higher the narrower the panel is. In a narrow
 * one the line crosses the digits, in the same colour.
 */
function withoutGraph(stat: PanelDraft): PanelDraft {
  return { ...stat, look: { ...stat.look, options: { graphMode: 'none' } } };
}

const MOST = 6;
const ROW = 24;
/** Columns below which a number has no room for a graph of its own. */
const NARROW = 6;
const HEIGHT = 4;

/** What a reader wants to know, the most urgent first: of each, one, and rather of requests. */
const SLOTS: readonly (readonly HeadlineSlot[])[] = [
  ['rate'],
  ['errors', 'other_errors'],
  ['duration', 'other_duration'],
  ['ratio'],
  ['age'],
];
/** What fills the row: further shares, and then whatever can be told in one number. */
const FILLING: readonly HeadlineSlot[] = [
  'ratio',
  'errors',
  'other_duration',
  'duration',
  'rate',
  'age',
  'other_errors',
  'other',
];

function statsOf(drafted: readonly PanelDraft[]): PanelDraft[] {
  const candidates = drafted.flatMap((panel) =>
    panel.stat === undefined ? [] : [{ panel, stat: panel.stat }],
  );
  const first = (slots: readonly HeadlineSlot[]) =>
    slots.flatMap((slot) => candidates.find(({ stat }) => stat.slot === slot) ?? []).slice(0, 1);
  const chosen = SLOTS.flatMap(first);
  const urgent = chosen.length;
  for (const slot of FILLING) {
    for (const candidate of candidates) {
      if (candidate.stat.slot === slot && !chosen.includes(candidate)) chosen.push(candidate);
    }
  }
  return chosen
    .slice(0, MOST)
    .map(({ panel, stat }, place) => draftStat(panel, stat, place < urgent));
}

/** Short titles of what every service has; at the width of a stat, more would be cut off. */
const SHORT_TITLES: Partial<Record<HeadlineSlot, string>> = {
  rate: 'Request rate',
  errors: 'Error ratio',
  other_errors: 'Error ratio',
  duration: 'Duration, p99',
};

/** So many letters fit above a number on a laptop. */
const MOST_LETTERS = 28;
/** Words that a number can do without, since its unit or its place says them; the most dispensable first. */
const DISPENSABLE: readonly (readonly [RegExp, string])[] = [
  [/^Time (?=since|until)/, ''],
  [/ duration(?=, p)/, ''],
  [/ utilization$/, ' in use'],
  [/ (?:timestamp|seconds)$/, ''],
  [/ last(?= )/, ''],
  [/ success(?:ful)?$/, ''],
];

/** A title that fits, as far as it can do without some words. */
function shortened(title: string): string {
  let short = title;
  for (const [word, instead] of DISPENSABLE) {
    if (short.length <= MOST_LETTERS) break;
    short = short.replace(word, instead);
  }
  return short.charAt(0).toUpperCase() + short.slice(1);
}

function draftStat(panel: PanelDraft, stat: HeadlineStat, urgent: boolean): PanelDraft {
  const { metric, family } = panel;
  return {
    ...statPanel(
      (urgent ? SHORT_TITLES[stat.slot] : undefined) ?? shortened(stat.title),
      panel.unit ?? 'none',
      stat.expr,
      lookOf(stat, panel.unit),
    ),
    description: `${panel.title}, as one number.`,
    summarizes: { source: panel.source, title: panel.title },
    ...(metric === undefined ? {} : { metric }),
    ...(family === undefined ? {} : { family }),
  };
}

function statPanel(title: string, unit: string, expr: string, look: PanelLook): PanelDraft {
  return {
    source: 'headline',
    block: 'core',
    role: 'headline',
    title,
    type: 'stat',
    unit,
    queries: [{ expr, legend: title }],
    description: '',
    manySeries: false,
    height: HEIGHT,
    look,
  };
}

/** Colours say what is good; a number of which nobody can say that is blue. */
function lookOf({ slot, good }: HeadlineStat, unit: string | null): PanelLook {
  // The course of an age is a saw, whose teeth only hide the number.
  if (slot === 'age') return { color: 'blue', options: { graphMode: 'none' } };
  if (good !== 'low') return { color: 'blue' };
  if (slot === 'errors' || slot === 'other_errors')
    return { thresholds: { warning: 0.01, critical: 0.05 } };
  const whole = unit === 'percent' ? 100 : 1;
  return { thresholds: { warning: 0.8 * whole, critical: 0.9 * whole } };
}

/** How many alerts of the dashboard fire. */
function firingAlertsStat({ shownMetrics, drafted }: SourceContext): PanelDraft[] {
  const names = [...new Set(shownMetrics.flatMap(({ alerts }) => alerts.map(({ name }) => name)))];
  if (names.length === 0) return [];
  const overview = drafted.find(({ source }) => source === 'alerts_aggregate');
  const steps = [{ color: 'green' }, { value: 1, color: 'red' }];
  const stat = statPanel('Firing alerts', 'none', firingCount(firingAlerts(names)), {
    thresholds: { steps },
  });
  return [
    {
      ...stat,
      description: 'Alerts of the metrics on this dashboard that fire now.',
      ...(overview ? { summarizes: { source: overview.source, title: overview.title } } : {}),
    },
  ];
}

/** How many instances expose the metrics of a dashboard of which nothing else can be told in a number. */
function instancesStat({ shownMetrics, index }: SourceContext): PanelDraft[] {
  const [metric] = shownMetrics;
  if (!metric) return [];
  const expr = valuesOf(metric.name, index.targetLabels, 'count')('');
  const stat = statPanel('Instances', 'none', `count(${expr})`, { color: 'blue' });
  return [{ ...stat, description: `Instances that expose ${metric.name}.`, metric: metric.name }];
}
