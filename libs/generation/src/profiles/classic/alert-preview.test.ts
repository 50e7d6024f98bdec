import { sampleContext } from '../../../testing/sample-context';
import { alertPreviewSource } from './alert-preview';

function draft(alerts: readonly Record<string, unknown>[], plan: Record<string, unknown> = {}) {
  const metrics = [{ name: 'depth', type: 'gauge', unit: 'bytes', labels: ['bus'], alerts }];
  const context = sampleContext({ metrics, plan: { alert_preview: true, ...plan } });
  return alertPreviewSource.draft(context);
}

describe('alert_preview', () => {
  it('is off unless the plan asks for it', () => {
    expect(draft([{ alert: 'A', expr: 'depth > 1' }], { alert_preview: false })).toEqual([]);
  });

  it('draws what an alert watches, with its threshold in the colour of the severity', () => {
    const alert = {
      alert: 'DepthHigh',
      expr: 'max by (bus) (depth) > 0.5 * 100',
      severity: 'warning',
      summary: 'Deep.',
      description: 'Look at it.',
    };
    expect(draft([alert])).toEqual([
      {
        source: 'alert_preview',
        block: 'preview',
        title: 'DepthHigh',
        type: 'timeseries',
        unit: 'short',
        queries: [{ expr: 'max by (bus) (depth)', legend: '{{bus}}' }],
        description: 'Deep.\n\nLook at it.',
        metric: 'depth',
        family: 'sample',
        manySeries: true,
        ref: expect.anything() as unknown,
        thresholds: [{ value: 50, fires: 'above', color: 'orange' }],
      },
    ]);
  });

  it.each([
    ['depth < 3', 'depth', { value: 3, fires: 'below', color: 'red' }],
    ['-3 > depth', 'depth', { value: -3, fires: 'below', color: 'red' }],
    ['(sum(depth) >= (2 + 3))', 'sum(depth)', { value: 5, fires: 'above', color: 'red' }],
    ['depth == 0', 'depth', { value: 0, fires: 'above', color: 'red' }],
  ])('takes %s apart', (expr, shown, threshold) => {
    expect(draft([{ alert: 'A', expr, severity: 'critical' }])).toMatchObject([
      { queries: [{ expr: shown }], thresholds: [threshold] },
    ]);
  });

  it.each([
    'depth > depth offset 1h',
    'depth > 1 and depth < 5',
    'absent(depth)',
    'depth > bool 1',
  ])('draws %s as it is, for there is no plain threshold', (expr) => {
    const [panel] = draft([{ alert: 'A', expr }]);
    expect(panel).toMatchObject({ queries: [{ expr }] });
    expect(panel).not.toHaveProperty('thresholds');
  });

  it("has the metric's unit where it draws the metric itself", () => {
    expect(draft([{ alert: 'A', expr: 'depth > 1' }])).toMatchObject([{ unit: 'bytes' }]);
  });

  it('puts the thresholds of alerts on one query into one graph', () => {
    const alerts = [
      { alert: 'High', expr: 'max(depth) > 5', severity: 'warning', summary: 'High.' },
      { alert: 'Full', expr: 'max( depth ) > 9', severity: 'critical', summary: 'Full.' },
      { alert: 'Low', expr: 'min(depth) < 1' },
    ];
    expect(draft(alerts)).toMatchObject([
      {
        title: 'High, Full',
        description: 'High.\n\nFull.',
        queries: [{ expr: 'max(depth)' }],
        thresholds: [
          { value: 5, color: 'orange' },
          { value: 9, color: 'red' },
        ],
      },
      { title: 'Low', thresholds: [{ value: 1, fires: 'below' }] },
    ]);
  });

  it('tells alerts of the same name apart', () => {
    const alerts = ['warning', 'critical'].map((severity) => ({
      alert: 'A',
      expr: `depth{bus="${severity}"} > 1`,
      severity,
    }));
    expect(draft(alerts).map(({ title }) => title)).toEqual([
      'A (depth, warning)',
      'A (depth, critical)',
    ]);
  });
});
