import type { Metric } from '@g6/model';
import { secondsSince, secondsUntil, type Shape, valuesOf } from '@g6/promql';
import type { HeadlineStat, PanelDraft, PanelRole } from '../../panel-draft';
import type { MetricPanelSource, SourceContext } from '../../panel-source';
import { FEW_LINES, legendOf, SHARE, standardDraft, type StandardPanel } from './draft';
import { type Grouping, groupingNote, groupingOf, groupingText, labelsOf, spell } from './grouping';
import { informationTable } from './info';
import { gaugeMeaning, type GaugeMeaning, type Recognized, saturationOf } from './recognize';
import { isTime, valueUnit } from './units';
import { ownWords, sentence, subjectOf, vocabularyOf, within } from './words';

/** A gauge, drawn by what it means. */
export const gaugeSource: MetricPanelSource = {
  of: 'metric',
  name: 'gauge',
  types: ['gauge', 'unknown'],
  standsFor: ['auto_topk', 'auto_label_split'],
  reason: 'The metric is a gauge; what it means decides how its series are combined.',
  draft: (metric, context) => {
    if (context.coverage.shows(metric.name)) return [];
    const found = meaningOf(metric);
    return [DRAWN[found.as](metric, found, context)];
  },
};

/** Of a metric of unknown type nobody knows whether its series can be added up. */
function meaningOf(metric: Metric): Recognized<GaugeMeaning> {
  const found = gaugeMeaning(metric);
  return metric.type === 'unknown' && found.as === 'amount'
    ? { as: 'measurement', because: 'the type of the metric is unknown' }
    : found;
}

type Draw = (
  metric: Metric,
  recognized: Recognized<GaugeMeaning>,
  context: SourceContext,
) => PanelDraft;

const DRAWN: Readonly<Record<GaugeMeaning, Draw>> = {
  as_declared: (metric, recognized, context) =>
    drawCombined(metric, recognized, context, operatorOf(metric)),
  information: (metric, recognized, context) => informationTable(metric, recognized, context),
  moment: (metric, recognized, context) => drawMoment(metric, recognized, context, false),
  deadline: (metric, recognized, context) => drawMoment(metric, recognized, context, true),
  state: drawState,
  ratio: (metric, recognized, context) => drawCombined(metric, recognized, context, 'avg'),
  measurement: (metric, recognized, context) => drawCombined(metric, recognized, context, 'avg'),
  amount: (metric, recognized, context) => drawCombined(metric, recognized, context, 'sum'),
  level: drawLevel,
};

/** How the spec wants series to be combined; those that it wants apart are averaged for each label. */
function operatorOf({ aggregate }: Metric): string {
  return aggregate === undefined || aggregate === 'none' || aggregate === 'last'
    ? 'avg'
    : aggregate;
}

const COMBINED_TEXT: Readonly<Record<string, string>> = {
  sum: 'Sum',
  avg: 'Average',
  min: 'Lowest',
  max: 'Highest',
  count: 'Number',
};

/** The parts that the panels of a gauge share. */
function common(
  metric: Metric,
  recognized: Recognized,
): Pick<StandardPanel, 'source' | 'role' | 'recognized'> {
  const saturation = saturationOf(metric);
  const role: PanelRole =
    saturation !== undefined ? 'saturation' : recognized.as === 'ratio' ? 'utilization' : 'rest';
  return {
    source: 'gauge',
    role,
    recognized: saturation === undefined ? recognized : { as: 'saturation', because: saturation },
  };
}

function drawCombined(
  metric: Metric,
  recognized: Recognized,
  context: SourceContext,
  operator: string,
): PanelDraft {
  const grouping = groupingOf(metric);
  const subject = subjectOf(metric, vocabularyOf(context));
  const unit = valueUnit(metric);
  const shape = valuesOf(metric.name, labelsOf(grouping), operator);
  const range = rangeOf(metric, unit, operator);
  const whole = valuesOf(metric.name, [], operator)('');
  return standardDraft(metric, {
    ...common(metric, recognized),
    title: `${subject}${operator === 'avg' && grouping.by !== undefined ? ', average' : ''}${groupingNote(grouping)}`,
    unit: operator === 'count' ? 'none' : unit,
    queries: [{ expr: spell(shape, grouping), legend: legendOf(grouping.by, subject) }],
    made: `${COMBINED_TEXT[operator] ?? operator} of all series${groupingText(grouping)}`,
    splitLabel: grouping.by,
    mayBeNegative: recognized.as === 'as_declared' || SIGNED_UNITS.includes(unit),
    ...(range === undefined ? {} : { range }),
    stat: ratioStat(metric, subject, worstOf(shape, grouping, operator), unit) ?? {
      slot: 'other',
      title: subject,
      expr: whole,
      good: 'neutral',
    },
  });
}

/** Units of what goes below 0 in the ordinary course of things. */
const SIGNED_UNITS = ['celsius', 'fahrenheit', 'volt', 'amp'];

/** The share at its worst: the highest of what is used, the lowest of what succeeds. */
function ratioStat(
  metric: Metric,
  subject: string,
  worstBy: (worst: 'min' | 'max') => string,
  unit: string,
): HeadlineStat | undefined {
  if (unit !== 'percentunit' && unit !== 'percent') return undefined;
  const good = /hit|success|available|healthy|uptime/.test(metric.name) ? 'high' : 'low';
  const worst = good === 'high' ? 'min' : 'max';
  return { slot: 'ratio', title: subject, expr: worstBy(worst), good };
}

/** The worst of the series of a panel; of a single one, that one. */
function worstOf(shape: Shape, { by }: Grouping, operator: string) {
  const single = by === undefined && COMBINED_TEXT[operator] !== undefined;
  return (worst: 'min' | 'max') => (single ? shape('') : `${worst}(${shape('')})`);
}

function rangeOf({ unit: declared, name }: Metric, unit: string, operator: string) {
  const keeps = ['avg', 'min', 'max'].includes(operator);
  if (!keeps || !(declared === unit || name.endsWith('_ratio'))) return undefined;
  if (unit === 'percentunit') return SHARE;
  return unit === 'percent' ? { min: 0, max: 100 } : undefined;
}

function drawMoment(
  metric: Metric,
  recognized: Recognized,
  context: SourceContext,
  ahead: boolean,
): PanelDraft {
  const grouping = groupingOf(metric);
  const words = momentWords(metric, context);
  const shape = (ahead ? secondsUntil : secondsSince)(metric.name, labelsOf(grouping));
  const milliseconds = valueUnit(metric) === 'ms';
  const seconds: Shape = milliseconds ? inSeconds(metric.name, grouping, ahead) : shape;
  const title = `Time ${ahead ? 'until' : 'since'} ${words}`;
  const started = /(?:boot|start|birth|creation|created)/.test(metric.name);
  return standardDraft(metric, {
    ...common(metric, recognized),
    role: 'rest',
    title: `${title}${groupingNote(grouping)}`,
    unit: 's',
    queries: [{ expr: spell(seconds, grouping), legend: legendOf(grouping.by, title) }],
    made: ahead
      ? `Seconds until the earliest moment that the metric holds${groupingText(grouping)}`
      : `Seconds since the latest moment that the metric holds${groupingText(grouping)}`,
    splitLabel: grouping.by,
    stat: {
      slot: started || ahead ? 'other' : 'age',
      title,
      expr: worstOf(seconds, grouping, 'max')(ahead ? 'min' : 'max'),
      good: 'neutral',
    },
  });
}

function inSeconds(name: string, grouping: Grouping, ahead: boolean): Shape {
  const moment = valuesOf(name, labelsOf(grouping), ahead ? 'min' : 'max');
  return ahead ? (at) => `${moment(at)} / 1000 - time()` : (at) => `time() - ${moment(at)} / 1000`;
}

/** The words of a moment, which its title goes on with: "last reload success". */
function momentWords(metric: Metric, context: SourceContext): string {
  if (metric.title !== undefined) return within(metric.title);
  const words = ownWords(metric, vocabularyOf(context));
  const left = words.filter((word) => !['time', 'seconds', 'timestamp', 'ms'].includes(word));
  return within(sentence(left.length === 0 ? words : left));
}

const STATES = [
  { value: 1, text: 'yes', color: 'green' },
  { value: 0, text: 'no', color: 'semi-dark-blue' },
] as const;
const HEALTH = [
  { value: 1, text: 'up', color: 'green' },
  { value: 0, text: 'down', color: 'red' },
] as const;
const HEALTHY = /(?:^|_)(?:up|healthy|ready|success|successful|reachable|online)$/;

function drawState(metric: Metric, recognized: Recognized, context: SourceContext): PanelDraft {
  const health = HEALTHY.test(metric.name);
  const { instanceLabel } = context.index;
  const grouping = groupingOf(metric);
  // A state is of something: where nothing else tells of what, it is of the instance.
  const by = grouping.by ?? instanceLabel;
  const subject = subjectOf(metric, vocabularyOf(context));
  const operator = health ? 'min' : 'max';
  const shape = valuesOf(metric.name, by === undefined ? [] : [by], operator);
  return standardDraft(metric, {
    ...common(metric, recognized),
    role: 'rest',
    type: 'state-timeline',
    title: `${subject}${groupingNote({ by, top: grouping.top })}`,
    unit: 'none',
    queries: [{ expr: spell(shape, grouping), legend: legendOf(by, subject) }],
    made: health
      ? `Down if any series says so${groupingText({ by, top: grouping.top })}`
      : `Yes if any series says so${groupingText({ by, top: grouping.top })}`,
    splitLabel: by,
    range: SHARE,
    look: { mappings: health ? HEALTH : STATES },
  });
}

function drawLevel(metric: Metric, recognized: Recognized, context: SourceContext): PanelDraft {
  const grouping = groupingOf(metric);
  const subject = subjectOf(metric, vocabularyOf(context));
  const unit = valueUnit(metric);
  const average = valuesOf(metric.name, labelsOf(grouping), 'avg');
  const end = (operator: 'min' | 'max', legend: string) => ({
    expr: valuesOf(metric.name, [], operator)(''),
    legend,
  });
  return standardDraft(metric, {
    ...common(metric, recognized),
    role: saturationOf(metric) !== undefined ? 'saturation' : isTime(unit) ? 'duration' : 'rest',
    title: `${subject}, average${groupingNote(grouping)}`,
    unit,
    queries: [
      { expr: spell(average, grouping), legend: legendOf(grouping.by, 'average') },
      end('min', 'lowest'),
      end('max', 'highest'),
    ],
    ...(grouping.by === undefined ? { look: FEW_LINES } : {}),
    made: `Average of all series${groupingText(grouping)}, with the lowest and the highest of all`,
    mayBeNegative: true,
    splitLabel: grouping.by,
    stat: {
      slot: 'other',
      title: subject,
      expr: valuesOf(metric.name, [], 'avg')(''),
      good: 'neutral',
    },
  });
}
