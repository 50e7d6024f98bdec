import { sampleContext, type WrittenMetric } from '../../testing/sample-context';
import { argumentsOf, checkPromQl, parsePromQl, textOf, unquote, visitNodes } from '@g6/promql';
import { alertsAggregateSource } from './alerts-aggregate';

function draft(...metrics: WrittenMetric[]) {
  return alertsAggregateSource.draft(sampleContext({ metrics }));
}

function gauge(name: string, ...alerts: object[]): WrittenMetric {
  const written = alerts.map((alert) => ({ expr: `${name} > 0`, ...alert }));
  return { name, type: 'gauge', alerts: written };
}

/** The texts that `label_replace` puts into a label, as Prometheus would show them. */
function shown(expr: string, label: string): string[] {
  const promql = parsePromQl(expr);
  const texts = new Set<string>();
  visitNodes(promql, 'FunctionCall', (call) => {
    const [, target, replacement] = argumentsOf(call).map((arg) => unquote(textOf(promql, arg)));
    if (target === label && replacement !== undefined) texts.add(expandGroups(replacement));
  });
  return [...texts];
}

/** Go's `Regexp.Expand` with no groups: `$$` is a dollar, any other reference is empty. */
function expandGroups(template: string): string {
  return template.replace(/\$(\$|\{\w*\}|\w*)/g, (_, reference: string) =>
    reference === '$' ? '$' : '',
  );
}

describe('alerts_aggregate', () => {
  const low = { alert: 'Low', severity: 'warning', summary: 'Too low.' };

  it('is no panel without alerts', () => {
    expect(draft(gauge('x'))).toEqual([]);
  });

  it('is a wide table of all alerts, with their live state', () => {
    const [table] = draft(gauge('x', low), gauge('y', { alert: 'High' }));
    const rows =
      'label_replace(label_replace(label_replace(label_replace(vector(1), "alertname", "Low", "", ""),' +
      ' "metric", "x", "", ""), "severity", "warning", "", ""), "summary", "Too low.", "", "")' +
      ' or ' +
      'label_replace(label_replace(label_replace(label_replace(vector(1), "alertname", "High", "", ""),' +
      ' "metric", "y", "", ""), "severity", "", "", ""), "summary", "", "", "")';
    expect(table).toEqual({
      source: 'alerts_aggregate',
      tableStyle: 'alerts',
      block: 'wide',
      title: 'Spec Alerts Overview',
      type: 'table',
      unit: null,
      queries: [
        {
          expr:
            'count by (alertname) (ALERTS{alertstate="firing"})' +
            ` * on (alertname) group_right () (${rows}) or on (alertname) (0 * (${rows}))`,
          legend: '{{alertname}}',
        },
      ],
      description:
        'Every alert declared for the metrics shown here; Firing counts its live instances.',
      alertsCount: 2,
      height: 10,
      manySeries: true,
      columns: [
        { field: 'alertname', header: 'Alert' },
        { field: 'metric', header: 'Metric' },
        { field: 'severity', header: 'Severity' },
        { field: 'summary', header: 'Summary' },
        { field: 'Value', header: 'Firing' },
      ],
    });
  });

  it('counts by severity if that tells alerts of one name apart', () => {
    const high = { ...low, severity: 'critical' };
    const [table] = draft(gauge('x', low, high, { alert: 'Other' }));
    const expr = table?.queries[0]?.expr;
    expect(expr).toContain('count by (alertname, severity) (ALERTS{alertstate="firing"})');
    expect(expr).toContain(' * on (alertname, severity) group_right () (');
    expect(expr).toContain(' or on (alertname, severity) (0 * (');
  });

  it('counts by family if the same alert stands in another one, shown here or not', () => {
    const metric = gauge('x', low);
    const context = sampleContext({ metrics: [metric], others: [gauge('y', low)] });
    const expr = alertsAggregateSource.draft(context)[0]?.queries[0]?.expr;
    expect(expr).toContain('count by (alertname, family) (ALERTS');
    expect(expr).toContain('"family", "sample", "", "")');
  });

  it('leaves out a severity that a template sets', () => {
    const templated = { ...low, severity: '{{ if gt $value 5.0 }}a{{ else }}b{{ end }}' };
    const [table] = draft(gauge('x', low, templated));
    expect(table?.queries[0]?.expr).toContain('count by (alertname) (ALERTS');
  });

  it.each([
    'says "stop"',
    'C:\\temp\\',
    'two\nlines\r\nand a\ttab',
    'costs $1 and ${2} or $$3 of $name',
    '{{ $labels.instance }} is {{ $value | humanize }}',
    'a | b | c',
    "it's `quoted` \\n \\u0041",
    'Größe – 🔎 日本語',
    '") or vector(1) or label_replace(x, "a", "b',
  ])('shows the summary %j as it is, in PromQL that Prometheus takes', (summary) => {
    const [table] = draft(gauge('x', { alert: 'A', summary }));
    const expr = table?.queries[0]?.expr ?? '';
    expect(checkPromQl(parsePromQl(expr))).toEqual([]);
    expect(shown(expr, 'summary')).toEqual([summary]);
  });

  it('tells alerts of one name apart by their further labels', () => {
    const [table] = draft(
      gauge(
        'x',
        { ...low, labels: { team: 'a', room: '{{ $labels.room }}', kind: 'k' } },
        { ...low, labels: { team: 'b', room: 'c', kind: 'k' } },
      ),
    );
    const expr = table?.queries[0]?.expr ?? '';
    expect(expr).toMatch(/^count by \(alertname, team\) /);
    expect(shown(expr, 'team')).toEqual(['a', 'b']);
    expect(shown(expr, 'room')).toEqual([]);
    expect(table?.columns?.map(({ field }) => field)).not.toContain('team');
  });

  describe('past 100 alerts', () => {
    const many = (count: number, last: object = {}) =>
      gauge('x', ...Array.from({ length: count - 1 }, (_, i) => ({ ...low, alert: `A${i}` })), {
        ...low,
        alert: 'Last',
        ...last,
      });

    it('is still a table at 100', () => {
      expect(draft(many(100))[0]?.type).toBe('table');
    });

    it('is a text that lists them all', () => {
      const [text] = draft(many(101));
      expect(text).toMatchObject({
        source: 'alerts_aggregate',
        block: 'wide',
        title: 'Spec Alerts Overview',
        type: 'text',
        unit: null,
        queries: [],
        alertsCount: 101,
        height: 10,
      });
      const lines = text?.content?.split('\n') ?? [];
      expect(lines.slice(0, 5)).toEqual([
        '101 alerts, more than one live table can show.',
        '',
        '| Alert | Metric | Severity | Summary |',
        '| --- | --- | --- | --- |',
        '| A0 | x | warning | Too low. |',
      ]);
      expect(lines).toHaveLength(4 + 101 + 1);
    });

    it.each([
      ['a | b', 'a \\| b'],
      ['two\nlines', 'two lines'],
      ['<script>&amp;', '&lt;script>&amp;amp;'],
      ['*bold* [link](x) `code` a_b \\', '\\*bold\\* \\[link\\](x) \\`code\\` a\\_b \\\\'],
      ['$datasource', '&#36;datasource'],
    ])('keeps the summary %j inside its cell', (summary, cell) => {
      const [text] = draft(many(101, { summary }));
      expect(text?.content).toContain(`| Last | x | warning | ${cell} |\n`);
    });
  });
});
