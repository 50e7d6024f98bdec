import { type DashboardFile, decodeDashboard } from '@g6/dashboard-files';
import { META_KEY, readSpec } from '@g6/model';
import { draftBasis, type JsonObject } from '@g6/generation';
import { PromQlCache } from '@g6/promql';
import { coverageOf } from './coverage';
import { renderCoverage } from './render-coverage';

const SPEC = `version: 1
families:
  bus:
    metrics:
      - name: events_total
        type: counter
        alerts:
          - {alert: "Cash$Low", expr: "rate(events_total[5m]) < 1"}
          - {alert: Other, expr: "rate(events_total[5m]) > 1"}
      - {name: wait_seconds, type: histogram}
      - {name: depth, type: gauge}
  empty:
    metrics: []
`;

function basis() {
  const promql = new PromQlCache();
  const { spec, problems } = readSpec([{ path: 'spec.yml', text: SPEC }], promql);
  expect(problems).toEqual([]);
  return draftBasis(spec, [], promql, 'auto');
}

const panel = (title: string, ...exprs: string[]): JsonObject => ({
  title,
  type: 'timeseries',
  targets: exprs.map((expr) => ({ expr })),
  [META_KEY]: { panel_uuid: `uuid ${title}` },
});
function decode(json: JsonObject): DashboardFile {
  const { file } = decodeDashboard({ path: 'bus.json', text: JSON.stringify(json) });
  return file!;
}
const dashboard = (...panels: JsonObject[]) => decode({ panels });
const shownBy = (...panels: JsonObject[]) => {
  const { covered } = coverageOf(basis(), [dashboard(...panels)]);
  return [...covered.metrics, ...covered.alerts]
    .filter((c) => c.panels.length > 0)
    .map((c) => c.name);
};

describe('coverageOf', () => {
  it.each([
    ['a metric by itself', 'depth', ['depth']],
    ['a series of a histogram', 'rate(wait_seconds_count[5m])', ['wait_seconds']],
    ['a recorded series', 'wait_seconds:p95_5m', ['wait_seconds']],
    [
      'several metrics of one query',
      'depth / sum(rate(events_total[5m]))',
      ['events_total', 'depth'],
    ],
    ['nothing in a text that looks like a metric', 'vector(1) # depth', []],
  ])('finds %s', (_, expr, names) => {
    expect(shownBy(panel('p', expr))).toEqual(names);
  });

  it('finds the alerts that a table writes out and those that a query selects', () => {
    const row = 'label_replace(vector(1), "alertname", "Cash$$Low", "", "")';
    expect(shownBy(panel('p', row))).toEqual(['Cash$Low']);
    expect(shownBy(panel('p', 'ALERTS{alertname="Other"}'))).toEqual(['Other']);
  });

  it('finds all alerts of the families of a dashboard whose alerts are listed as text', () => {
    const text = { type: 'text', title: 'Alerts', [META_KEY]: { source: 'alerts_aggregate' } };
    const json = { panels: [text], [META_KEY]: { families: ['bus'] } };
    const { alerts } = coverageOf(basis(), [decode(json)]);
    expect(alerts).toEqual({ total: 2, shown: 2, percent: 100 });
  });

  it('names the panels that show a metric, each once', () => {
    const { covered } = coverageOf(basis(), [dashboard(panel('p', 'depth', 'max(depth)'))]);
    expect(covered.metrics.find(({ name }) => name === 'depth')?.panels).toEqual([
      { slug: 'bus', title: 'p', panel_uuid: 'uuid p' },
    ]);
  });

  it('counts by family, rounding down, and takes a family of nothing for covered', () => {
    const { families } = coverageOf(basis(), [dashboard(panel('p', 'depth + wait_seconds_sum'))]);
    expect(families).toEqual([
      {
        name: 'bus',
        metrics: { total: 3, shown: 2, percent: 66.6 },
        alerts: { total: 2, shown: 0, percent: 0 },
      },
      {
        name: 'empty',
        metrics: { total: 0, shown: 0, percent: 100 },
        alerts: { total: 0, shown: 0, percent: 100 },
      },
    ]);
  });
});

describe('renderCoverage', () => {
  const coverage = () => coverageOf(basis(), [dashboard(panel('a|b', 'depth'))]);

  it('renders a table and what is on no dashboard as text', () => {
    expect(renderCoverage(coverage(), 'text')).toBe(
      'family  metrics         alerts\n' +
        'bus         1/3  33.3%     0/2  0%\n' +
        'empty       0/0      -     0/0   -\n' +
        'all         1/3  33.3%     0/2  0%\n' +
        '\nmetrics on no dashboard:\n  events_total (bus)\n  wait_seconds (bus)\n' +
        '\nalerts on no dashboard:\n  Cash$Low (events_total)\n  Other (events_total)\n',
    );
  });

  it('renders Markdown whose cells hold what titles hold', () => {
    const markdown = renderCoverage(coverage(), 'markdown');
    expect(markdown).toContain('| bus | 1/3 | 33.3% | 0/2 | 0% |\n');
    expect(markdown).toContain('| `depth` | `bus: a\\|b` |\n');
    expect(markdown).toContain('## Metrics on no dashboard\n\n- `events_total (bus)`\n');
  });

  it('renders everything as JSON', () => {
    expect(JSON.parse(renderCoverage(coverage(), 'json'))).toEqual(
      JSON.parse(JSON.stringify(coverage())),
    );
  });
});
