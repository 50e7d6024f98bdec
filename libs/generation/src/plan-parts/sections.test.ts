import { sampleDashboard } from '../../testing/sample-dashboard';

const metrics = [
  {
    name: 'a',
    type: 'gauge',
    labels: ['bus'],
    panels: [
      { id: 'first', title: 'First', promql: 'sum(a)' },
      { title: 'Second', promql: 'max(a)' },
    ],
    alerts: [{ alert: 'TooMany', expr: 'a > 5', severity: 'warning' }],
  },
  { name: 'b', type: 'gauge', panels: [{ title: 'Third', promql: 'sum(b)' }] },
];

interface Shown {
  readonly title?: string;
  readonly type: string;
  readonly panels?: readonly Shown[];
  readonly collapsed?: boolean;
}

/** The panels in their order, rows in brackets, those folded away behind an arrow. */
function outline(plan: Readonly<Record<string, unknown>>, families = metrics): string[] {
  const panels = sampleDashboard({ metrics: families, plan }).panels as readonly Shown[];
  return panels.flatMap(({ title = '', type, panels: folded = [] }) => [
    type === 'row' ? `[${title}]` : title,
    ...folded.map((panel) => `> ${panel.title ?? ''}`),
  ]);
}

describe('the sections of a plan', () => {
  it('are rows in order, below the overview; the rest goes to "More"', () => {
    const sections = [
      { title: 'Named', panels: ['Third', 'first'] },
      { title: 'Metric a', metrics: ['a'] },
    ];
    expect(outline({ sections })).toEqual([
      'Spec Alerts Overview',
      '[Named]',
      'Third',
      'First',
      '[Metric a]',
      'Second',
      'a by bus (auto)',
    ]);
    expect(outline({ sections: sections.slice(0, 1) })).toEqual([
      'Spec Alerts Overview',
      '[Named]',
      'Third',
      'First',
      '[More]',
      'Second',
      'a by bus (auto)',
    ]);
  });

  it('can be a section "More" that the plan writes, in its place', () => {
    const sections = [
      { title: 'More', collapsed: true, panels: ['Second'] },
      { title: 'Third', panels: ['Third'] },
    ];
    expect(outline({ sections })).toEqual([
      'Spec Alerts Overview',
      '[More]',
      '> Second',
      '> First',
      '> a by bus (auto)',
      '[Third]',
      'Third',
    ]);
  });

  it('can begin without a heading, take panel sources and hold panels of their own', () => {
    const sections = [
      { sources: ['alerts_aggregate'], panels: [{ title: 'Mine', promql: 'sum(a) / sum(b)' }] },
      { title: 'All', families: ['sample'] },
    ];
    expect(outline({ sections })).toEqual([
      'Mine',
      'Spec Alerts Overview',
      '[All]',
      'First',
      'Second',
      'Third',
      'a by bus (auto)',
    ]);
  });

  it('repeat their row for each value of a variable', () => {
    const sections = [{ title: '$bus', repeat: 'bus', families: ['sample'] }];
    const { panels } = sampleDashboard({ metrics, plan: { variables: ['bus'], sections } });
    const row = panels.find(({ type }) => type === 'row');
    expect(row).toMatchObject({ repeat: 'bus' });
    // Grafana's schema knows no direction of rows.
    expect(row).not.toHaveProperty('repeatDirection');
  });

  it('do not overlap, folded or not', () => {
    const sections = [
      { title: 'A', collapsed: true, metrics: ['a'] },
      { title: 'B', metrics: ['b'] },
    ];
    const { panels } = sampleDashboard({ metrics, plan: { sections } });
    const [overview, a, b, third] = panels;
    expect([overview, a, b, third].map((panel) => panel?.gridPos?.y)).toEqual([0, 10, 11, 12]);
  });
});
