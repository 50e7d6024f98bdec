import { stableJson } from '@g6/generation';
import { logLine, markdownCode } from '@g6/problems';
import type { Coverage, CoveredAlert, CoveredMetric, Share } from './coverage';

/** The output formats of coverage. */
export const COVERAGE_FORMATS = ['text', 'json', 'markdown'] as const;
/** The name of an output format. */
export type CoverageFormat = (typeof COVERAGE_FORMATS)[number];

/** Renders coverage; the same dashboards give the same bytes. */
export function renderCoverage(coverage: Coverage, format: CoverageFormat): string {
  switch (format) {
    case 'json':
      return stableJson(coverage);
    case 'markdown':
      return renderMarkdown(coverage);
    case 'text':
      return renderText(coverage);
  }
}

function renderText(coverage: Coverage): string {
  const rows = tableOf(coverage);
  const widths =
    rows[0]?.map((_, i) => rows.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0)) ??
    [];
  const table = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))),
  );
  const { metrics, alerts } = uncovered(coverage);
  const lines = [
    ...table.map((row) => row.join('  ').trimEnd()),
    ...section('metrics on no dashboard:', metrics.map(describeMetric)),
    ...section('alerts on no dashboard:', alerts.map(describeAlert)),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => logLine(`  ${line}`))];
}

function renderMarkdown(coverage: Coverage): string {
  const [head = [], ...rows] = tableOf(coverage);
  const { metrics, alerts } = uncovered(coverage);
  const lines = [
    '# Dashboard coverage',
    '',
    markdownRow(head),
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows.map(markdownRow),
    ...list(
      'Metrics on no dashboard',
      metrics.map((metric) => markdownCode(describeMetric(metric))),
    ),
    ...list(
      'Alerts on no dashboard',
      alerts.map((alert) => markdownCode(describeAlert(alert))),
    ),
    '',
    '## Where metrics are shown',
    '',
    '| Metric | Panels |',
    '| --- | --- |',
    ...coverage.covered.metrics.map(({ name, panels }) =>
      markdownRow([
        markdownCode(name),
        panels.map(({ slug, title }) => markdownCode(`${slug}: ${title}`)).join('; '),
      ]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${item}`)];
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function tableOf(coverage: Coverage): string[][] {
  const row = (name: string, metrics: Share, alerts: Share) => [
    name,
    `${metrics.shown}/${metrics.total}`,
    percentOf(metrics),
    `${alerts.shown}/${alerts.total}`,
    percentOf(alerts),
  ];
  return [
    ['family', 'metrics', '', 'alerts', ''],
    ...coverage.families.map(({ name, metrics, alerts }) => row(name, metrics, alerts)),
    row('all', coverage.metrics, coverage.alerts),
  ];
}

/** A share of nothing is a dash. */
function percentOf({ total, percent }: Share): string {
  return total === 0 ? '-' : `${percent}%`;
}

function uncovered({ covered }: Coverage) {
  return {
    metrics: covered.metrics.filter(({ panels }) => panels.length === 0),
    alerts: covered.alerts.filter(({ panels }) => panels.length === 0),
  };
}

function describeMetric({ name, family }: CoveredMetric): string {
  return `${name} (${family})`;
}

function describeAlert({ name, metric }: CoveredAlert): string {
  return `${name} (${metric})`;
}
