import { count, hasErrors, type Position, statusOf } from '@g6/problems';
import type {
  ExplainedDashboard,
  ExplainedLeftOut,
  ExplainedPanel,
  LeftOutBy,
} from '../run/explain-dashboard';
import type { ExplainedMetric } from '../run/explain-metric';
import { type ExplainRequest, explainRun } from '../run/explain-run';
import { Printer, type Printout, type Shell } from './printer';

/** Explains a dashboard, a panel or a metric. */
export function printExplain(request: ExplainRequest, shell: Shell): Printout {
  const printer = new Printer(shell);
  const report = explainRun(request);
  const { problems, dashboard, metric } = report;
  if (shell.json === true) {
    printer.json(report);
    return printer.end(statusOf(problems));
  }
  printer.problems(problems, 'nothing was explained');
  if (!hasErrors(problems)) {
    if (dashboard) printer.lines(...dashboardLines(dashboard));
    if (metric) printer.lines(...metricLines(metric));
  }
  return printer.end(statusOf(problems));
}

function dashboardLines({
  slug,
  title,
  profile,
  at,
  links,
  panels,
  leftOut,
}: ExplainedDashboard): string[] {
  return [
    `dashboard ${slug}: "${title}", profile ${profile}, ${spell(at)}`,
    ...links.map(({ title: label, to }) => `  links to ${named(label, to)}`),
    ...panels.flatMap(panelLines),
    ...(leftOut.length > 0 ? [leftOutHeading(leftOut)] : []),
    ...leftOut.map(leftOutLine),
  ];
}

function panelLines({
  title,
  section,
  source,
  reason,
  metric,
  at,
  metrics,
  recorded,
  links,
}: ExplainedPanel): string[] {
  const others = metrics.filter((name) => name !== metric);
  const from = [metric, at && spell(at)].filter((part) => part !== undefined).join(', ');
  return [
    `  ${title}${section === undefined ? '' : ` (${section})`}`,
    `    ${source}: ${reason}`,
    ...(from === '' ? [] : [`    from ${from}`]),
    ...(others.length > 0 ? [`    reads ${others.join(', ')}`] : []),
    ...(recorded.length > 0 ? [`    through ${recorded.join(', ')}`] : []),
    ...links.map(({ title: label, to }) => `    links to ${named(label, to)}`),
  ];
}

function named(title: string, to: string): string {
  return title === '' || to.includes(title) ? to : `${to} (${title})`;
}

const LEFT_OUT_BY: readonly (readonly [LeftOutBy, string])[] = [
  ['caps.core', 'over the cap of core panels'],
  ['caps.efficiency', 'over the cap of efficiency panels'],
  ['auto', 'not wanted by "auto" of their metrics'],
  ['exclude', 'excluded by the plan'],
];

/** How many panels were left out, and by what. */
function leftOutHeading(leftOut: readonly ExplainedLeftOut[]): string {
  const parts = LEFT_OUT_BY.flatMap(([by, words]) => {
    const number = leftOut.filter((one) => one.by === by).length;
    return number === 0 ? [] : [`${number} ${words}`];
  });
  return `left out: ${count(leftOut.length, 'automatic panel')}: ${parts.join(', ')}`;
}

function leftOutLine({ title, source, why, at }: ExplainedLeftOut): string {
  return `  ${title} (${source}): ${why}${at ? `, ${spell(at)}` : ''}`;
}

function metricLines(metric: ExplainedMetric): string[] {
  const { name, type, family, at, panels, rules, alerts, variables, notShown } = metric;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${heading}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `metric ${name}: ${type} of the family ${family}, ${spell(at)}`,
    ...section(
      'panels',
      panels.map(({ slug, title, source }) => `${slug}: ${title} (${source})`),
    ),
    ...(notShown === undefined ? [] : [`on no dashboard: ${notShown}`]),
    ...section(
      'recording rules',
      rules.map(({ record, at: place }) => `${record}${place ? `, ${spell(place)}` : ''}`),
    ),
    ...section(
      'alerts',
      alerts.map(({ alert, at: place }) => `${alert}, ${spell(place)}`),
    ),
    ...section(
      'variables',
      variables.map(({ slug, name: of, at: place }) => `${slug}: $${of}, ${spell(place)}`),
    ),
  ];
}

function spell({ file, line, column }: Position): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}
