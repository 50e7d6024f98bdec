import { sampleDashboard } from '../testing/sample-dashboard';
import type { Sample } from '../testing/sample-context';

const SAMPLE: Sample = {
  metrics: [
    {
      name: 'new_total',
      type: 'counter',
      help: 'Events.',
      labels: ['bus'],
      renamed_from: ['old_total'],
      panels: [{ title: 'Mine', promql: 'sum(increase(new_total[1h])) / 2' }],
      alerts: [{ alert: 'Many', expr: 'sum(rate(new_total[5m])) > 5' }],
    },
    { name: 'wait', type: 'histogram', renamed_from: ['delay'] },
  ],
  plan: {
    variables: ['bus'],
    panels: [{ title: 'Plan', promql: 'max(new_total{bus!="x"})' }],
    annotations: [{ name: 'Resets', promql: 'resets(new_total[5m]) > 0' }],
    alert_preview: true,
  },
};

/** Every query of a dashboard by the title of its panel. */
function exprsOf(sample: Sample): Record<string, string[]> {
  const { panels } = sampleDashboard(sample);
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return Object.fromEntries(
    all.map(({ title = '', targets = [] }) => [
      title,
      targets.map((target) => (target as { expr?: string } | undefined)?.expr ?? ''),
    ]),
  );
}

describe('the queries of a renamed metric', () => {
  const exprs = exprsOf(SAMPLE);

  it.each([
    ['Mine', '(increase(new_total{bus=~"$bus"}[1h]) or increase(old_total{bus=~"$bus"}[1h]))'],
    ['Plan', 'max(new_total{bus!="x"} or old_total{bus!="x"})'],
    [
      'new_total Rate (5m auto)',
      'sum(rate(new_total{bus=~"$bus"}[5m]) or rate(old_total{bus=~"$bus"}[5m]))',
    ],
    [
      'new_total Rate by bus (5m auto)',
      'sum by (bus) (rate(new_total{bus=~"$bus"}[5m]) or rate(old_total{bus=~"$bus"}[5m]))',
    ],
    ['wait p95 (5m auto)', 'wait:p95_5m or delay:p95_5m'],
    ['Many', 'sum(rate(new_total{bus=~"$bus"}[5m]) or rate(old_total{bus=~"$bus"}[5m]))'],
  ])('read both names: %s', (title, expr) => {
    const expected = title === 'Mine' ? `sum${expr} / 2` : expr;
    expect(exprs[title]).toEqual([expected]);
  });

  it('read both names in annotations and in the values of variables', () => {
    const { annotations, templating } = sampleDashboard(SAMPLE);
    expect(JSON.stringify(annotations)).toContain('resets(old_total{bus=~\\"$bus\\"}[5m])');
    expect(templating?.list?.find(({ name }) => name === 'bus')).toMatchObject({
      query: 'label_values({__name__=~"new_total|old_total"}, bus)',
    });
  });

  it('are those of any metric if nothing was renamed', () => {
    const plain = { metrics: [{ name: 'new_total', type: 'counter' }] };
    expect(exprsOf(plain)).toEqual({ 'new_total Rate (5m auto)': ['sum(rate(new_total[5m]))'] });
  });
});

describe('the panels of a deprecated metric', () => {
  it('say what to use instead', () => {
    const deprecated = { since: '2.1', use: 'depth_bytes', remove_after: '2027-03-31' };
    const { panels } = sampleDashboard({
      metrics: [
        { name: 'depth', type: 'gauge', help: 'Depth.', deprecated, panels: [{ promql: 'depth' }] },
      ],
    });
    expect(panels.map(({ description }) => description)).toEqual([
      'Depth.\n\nDeprecated since 2.1; use depth_bytes. It goes after 2027-03-31.',
    ]);
  });
});
