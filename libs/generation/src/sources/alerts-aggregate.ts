import { ALERTS_TITLE, type DeclaredAlert, MOST_LIVE_ALERTS, type SpecIndex } from '@g6/model';
import { firingCounts, labelledRow } from '@g6/promql';
import type { PanelDraft } from '../panel-draft';
import type { DashboardPanelSource } from '../panel-source';

/**
 * All alerts of the dashboard's metrics in one table with their live state. Past the number that one
 * query can carry, a text lists them instead.
 */
export const alertsAggregateSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'alerts_aggregate',
  reason: 'Metrics of this dashboard have alerts.',
  draft: ({ shownMetrics, index }) => {
    const rows = shownMetrics.flatMap((metric) =>
      metric.alerts.map((alert) => ({ metric, alert })),
    );
    if (rows.length === 0) return [];
    return [rows.length > MOST_LIVE_ALERTS ? listPanel(rows) : tablePanel(rows, index)];
  },
};

const HEIGHT = 10;

function tablePanel(rows: readonly DeclaredAlert[], index: SpecIndex): PanelDraft {
  const labels = tellingLabels(rows, index);
  return {
    ...overview(rows),
    type: 'table',
    tableStyle: 'alerts',
    description:
      'Every alert declared for the metrics shown here; Firing counts its live instances.',
    queries: [
      {
        expr: firingCounts(
          rows.map((row) => promQlRow(row, labels)),
          labels,
        ),
        legend: '{{alertname}}',
      },
    ],
    columns: [
      { field: 'alertname', header: 'Alert' },
      { field: 'metric', header: 'Metric' },
      { field: 'severity', header: 'Severity' },
      { field: 'summary', header: 'Summary' },
      { field: 'Value', header: 'Firing' },
    ],
  };
}

/**
 * The labels that tell alerts of one name apart, anywhere in the spec. An alert that sets a label by
 * a template can have any value of it, so then that label does not tell.
 */
function tellingLabels(rows: readonly DeclaredAlert[], index: SpecIndex): string[] {
  const namesakes = rows.map(({ alert }) => index.alertsNamed(alert.name));
  const differ = (of: (declared: DeclaredAlert) => string) =>
    namesakes.some((alerts) => new Set(alerts.map(of)).size > 1);
  const all = namesakes.flat();
  const templated = all.some(({ alert }) => alert.severity?.includes('{{'));
  const further = [...new Set(all.flatMap(({ alert }) => Object.keys(alert.labels)))].filter(
    (label) => !SHOWN_LABELS.includes(label),
  );
  return [
    ...(!templated && differ(({ alert }) => alert.severity ?? '') ? ['severity'] : []),
    ...(differ(({ metric }) => metric.family) ? ['family'] : []),
    ...further.filter(
      (label) =>
        differ(({ alert }) => alert.labels[label] ?? '') &&
        !all.some(({ alert }) => alert.labels[label]?.includes('{{')),
    ),
  ];
}

/** Labels of a row that say something else than those of an alert. */
const SHOWN_LABELS: readonly string[] = ['metric', 'summary'];

function promQlRow({ metric, alert }: DeclaredAlert, labels: readonly string[]): string {
  return labelledRow([
    ['alertname', alert.name],
    ...(labels.includes('family') ? [['family', metric.family] as const] : []),
    ...labels.flatMap((label) => {
      const text = alert.labels[label];
      return text === undefined ? [] : [[label, text] as const];
    }),
    ['metric', metric.name],
    ['severity', alert.severity ?? ''],
    ['summary', alert.summary ?? ''],
  ]);
}

function listPanel(rows: readonly DeclaredAlert[]): PanelDraft {
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

function overview(rows: readonly DeclaredAlert[]) {
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
