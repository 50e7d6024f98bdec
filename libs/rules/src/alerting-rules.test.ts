import { sampleBasis, type Sample } from '@g6/generation/testing';
import { DEFAULT_OPTIONS, finishDashboard, draftDashboard } from '@g6/generation';
import { alertingRules } from './alerting-rules';
import { DEFAULT_RULE_OPTIONS } from './rule-file';

const alert = {
  alert: 'High',
  expr: 'sum(rate(c_total[10m])) > 5',
  for: '5m',
  severity: 'warning',
  summary: 'Too "many"',
  description: 'Look.',
  runbook_url: 'https://example.org/high',
};

function rulesOf(sample: Sample, alertPreview = false) {
  const { basis, plan } = sampleBasis(sample);
  const options = { ...DEFAULT_OPTIONS, alertPreview };
  const drafted = draftDashboard(plan, basis, options);
  const dashboard = finishDashboard(drafted, basis, options);
  const shown = [{ plan, dashboard, filters: drafted.filters }];
  const { groups } = alertingRules(basis, shown, DEFAULT_RULE_OPTIONS);
  const panels = dashboard.panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  return { groups, rule: groups[0]?.rules[0], panels };
}

/** The title of the panel that the first alert points to. */
function linked(sample: Sample, alertPreview = false) {
  const { rule, panels } = rulesOf(sample, alertPreview);
  const id = rule?.annotations['__panelId__'];
  return panels.find((panel) => String(panel.id) === id)?.title;
}
const counter = (more: object = {}) => ({
  metrics: [{ name: 'c_total', type: 'counter', labels: ['bus'], alerts: [alert], ...more }],
});

describe('the panel of an alert', () => {
  const panels = [
    { title: 'Other', promql: 'sum(rate(c_total[5m]))' },
    { title: 'Watched', promql: 'sum(rate(c_total[10m]))' },
  ];

  it('is found although the dashboard filters its query', () => {
    expect(linked({ ...counter({ panels }), plan: { variables: ['bus'] } })).toBe('Watched');
  });

  it('is found inside a collapsed row', () => {
    const sections = [{ title: 'All', collapsed: true, families: ['sample'] }];
    expect(linked({ ...counter({ panels }), plan: { sections } })).toBe('Watched');
  });
});

describe('alertingRules', () => {
  it('writes an alert with everything that the spec says of it', () => {
    const { rule } = rulesOf(counter());
    expect(rule).toMatchObject({
      alert: 'High',
      expr: alert.expr,
      for: '5m',
      labels: { severity: 'warning', family: 'sample' },
      annotations: {
        summary: 'Too "many"',
        description: 'Look.',
        runbook_url: 'https://example.org/high',
      },
    });
  });

  it('leaves out what the spec does not say', () => {
    const { rule } = rulesOf(counter({ alerts: [{ alert: 'A', expr: 'up == 0', severity: '' }] }));
    expect(rule).not.toHaveProperty('for');
    expect(rule?.labels).toEqual({ family: 'sample' });
    expect(rule?.annotations).not.toHaveProperty('summary');
  });

  it('writes further labels and annotations, and how long it goes on firing', () => {
    const written = {
      alert: 'A',
      expr: 'up == 0',
      severity: 'warning',
      keep_firing_for: '10m',
      labels: { team: 'a' },
      annotations: { ticket: '/t', dashboard: '/mine' },
    };
    const { rule } = rulesOf(counter({ alerts: [written] }));
    expect(rule).toMatchObject({
      keep_firing_for: '10m',
      labels: { severity: 'warning', family: 'sample', team: 'a' },
      annotations: { ticket: '/t', dashboard: '/mine' },
    });
  });

  it('has groups for families with alerts only', () => {
    const sample = { ...counter(), others: [{ name: 'quiet', type: 'gauge' }] };
    expect(rulesOf(sample).groups.map(({ name }) => name)).toEqual(['alerts_sample']);
  });

  it('names dashboard and panel the way Grafana reads them', () => {
    const { rule } = rulesOf(counter());
    const id = rule?.annotations['__panelId__'];
    expect(rule?.annotations).toMatchObject({
      __dashboardUid__: 'g6-sample',
      dashboard: `/d/g6-sample?viewPanel=${String(id)}`,
    });
  });

  it('names none where no dashboard shows the family', () => {
    const { groups } = rulesOf({ others: counter().metrics });
    expect(Object.keys(groups[0]?.rules[0]?.annotations ?? {})).toEqual([
      'summary',
      'description',
      'runbook_url',
    ]);
  });
});

describe('the panel of an alert', () => {
  const exact = { title: 'Exact', promql: 'sum( rate(c_total[10m]) )' };
  const near = { title: 'Near', promql: 'sum(rate(c_total[5m]))' };
  const table = { ...near, title: 'Table', panel_type: 'table' };

  it('is the one that shows what the alert compares', () => {
    expect(linked(counter({ panels: [near, exact] }))).toBe('Exact');
  });

  it('is else a graph of the same metric, rather than a table', () => {
    expect(linked(counter({ panels: [table, near] }))).toBe('Near');
  });

  it('is else an automatic panel', () => {
    expect(linked(counter())).toBe('c_total Rate (5m auto)');
  });

  it('is the preview of the alert, where there are previews', () => {
    expect(linked(counter({ panels: [exact] }), true)).toBe('High');
  });

  it('is the overview of alerts where nothing shows the metric', () => {
    const alerts = [{ alert: 'A', expr: 'absent(up{job="g6"})' }];
    expect(linked(counter({ alerts }))).toBe('Spec Alerts Overview');
  });

  it('counts a recorded series as its metric', () => {
    const metrics = [
      { name: 'g', type: 'gauge' },
      { name: 'h', type: 'histogram', alerts: [{ alert: 'A', expr: 'h:p99_5m > 1' }] },
    ];
    expect(linked({ metrics })).toBe('h p99 (5m auto)');
  });
});
