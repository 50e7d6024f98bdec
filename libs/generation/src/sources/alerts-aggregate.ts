import { type Alert, ALERTS_TITLE, type Metric, MOST_LIVE_ALERTS } from '@g6/model';
import { firingCounts, labelledRow } from '@g6/promql';
import type { PanelDraft } from '../panel-draft';
import type { DashboardPanelSource } from '../panel-source';

interface AlertRow {
  readonly metric: Metric;
  readonly alert: Alert;
}

/**
 * All alerts of the dashboard's metrics in one table with their live state. Past the number that one
 * query can carry, a text lists them instead.
 */
export const alertsAggregateSource: DashboardPanelSource = {
  name: 'alerts_aggregate',
  draft: ({ shownMetrics }) => {
    const rows = shownMetrics.flatMap((metric) =>
      metric.alerts.map((alert) => ({ metric, alert })),
    );
    if (rows.length === 0) return [];
    return [rows.length > MOST_LIVE_ALERTS ? listPanel(rows) : tablePanel(rows)];
  },
};

const HEIGHT = 10;

function tablePanel(rows: readonly AlertRow[]): PanelDraft {
  return {
    ...overview(rows),
    type: 'table',
    tableStyle: 'alerts',
    description:
      'Every alert declared for the metrics shown here; Firing counts its live instances.',
    queries: [{ expr: firingCounts(rows.map(promQlRow)), legend: '{{alertname}}' }],
    columns: [
      { field: 'alertname', header: 'Alert' },
      { field: 'metric', header: 'Metric' },
      { field: 'severity', header: 'Severity' },
      { field: 'summary', header: 'Summary' },
      { field: 'Value', header: 'Firing' },
    ],
  };
}

function promQlRow({ metric, alert }: AlertRow): string {
  return labelledRow([
    ['alertname', alert.name],
    ['metric', metric.name],
    ['severity', alert.severity ?? ''],
    ['summary', alert.summary ?? ''],
  ]);
}

function listPanel(rows: readonly AlertRow[]): PanelDraft {
  const lines = rows.map(({ metric, alert }) =>
    tableRow([alert.name, metric.name, alert.severity ?? '', alert.summary ?? ''].map(cell)),
  );
  const note = `${rows.length} alerts, more than one live table can show.`;
  const head = [
    tableRow(['Alert', 'Metric', 'Severity', 'Summary']),
    tableRow(Array(4).fill('---')),
  ];
  return {
    ...overview(rows),
    type: 'text',
    description: 'Every alert declared for the metrics shown here, without live state.',
    queries: [],
    content: `${[note, '', ...head, ...lines].join('\n')}\n`,
  };
}

function overview(rows: readonly AlertRow[]) {
  return {
    source: 'alerts_aggregate',
    block: 'wide',
    title: ALERTS_TITLE,
    unit: null,
    alertsCount: rows.length,
    height: HEIGHT,
    manySeries: true,
  } as const;
}

/** With bars at both ends, or a cell that looks like a list or a heading would end the table. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Keeps a text inside its cell of a markdown table, out of its HTML, and from Grafana's variables. */
function cell(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\$/g, '&#36;')
    .replace(/([\\|*_`[\]])/g, '\\$1')
    .replace(/\s+/g, ' ');
}
