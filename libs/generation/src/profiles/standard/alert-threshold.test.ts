import { standardPanels } from '../../../testing/standard-panels';

const withAlerts = (...alerts: object[]) =>
  standardPanels({ metrics: [{ name: 'jobs_queue_depth', type: 'gauge', alerts }] });

describe('alert_threshold', () => {
  const high = { alert: 'QueueHigh', expr: 'sum(jobs_queue_depth) > 40', severity: 'warning' };

  it('is a line on the panel that shows what the alert watches, with its runbook', () => {
    const panels = withAlerts({ ...high, runbook_url: 'https://runbooks.example/queue' });
    expect(panels.filter(({ source }) => source === 'alert_threshold')).toEqual([]);
    expect(panels[0]).toMatchObject({
      thresholds: [{ value: 40, fires: 'above', color: 'orange' }],
      look: { links: [{ title: 'Runbook of QueueHigh', url: 'https://runbooks.example/queue' }] },
    });
  });

  it('does not mind another window', () => {
    const alert = { alert: 'Slow', expr: 'sum(rate(done_total[10m])) < 1' };
    const metrics = [{ name: 'done_total', type: 'counter', alerts: [alert] }];
    expect(standardPanels({ metrics })[0]?.thresholds).toMatchObject([
      { value: 1, fires: 'below' },
    ]);
  });

  it('is a panel of its own if no other shows it', () => {
    const alert = { alert: 'QueueUneven', expr: 'max(jobs_queue_depth) > 9', summary: 'Look' };
    const panel = withAlerts(alert).find(({ source }) => source === 'alert_threshold');
    expect(panel).toMatchObject({
      title: 'Queue uneven',
      role: 'alert',
      queries: [{ expr: 'max(jobs_queue_depth)' }],
      thresholds: [{ value: 9 }],
    });
  });

  it('counts firing instances of an alert that compares nothing with a number', () => {
    const panel = withAlerts({ alert: 'Gone', expr: 'absent(jobs_queue_depth)' }).find(
      ({ source }) => source === 'alert_threshold',
    );
    expect(panel?.queries).toMatchObject([
      { expr: 'count(ALERTS{alertname=~"Gone", alertstate="firing"}) or vector(0)' },
    ]);
    expect(panel?.thresholds).toBeUndefined();
  });

  it('counts alerts of one name together, whatever each compares', () => {
    const burn = (severity: string, metric: string) => ({
      alert: 'Burn',
      severity,
      expr: `absent(${metric}) and absent(jobs_queue_depth)`,
    });
    const panels = withAlerts(burn('critical', 'up'), burn('warning', 'scrape_duration_seconds'));
    const counted = panels.filter(({ source }) => source === 'alert_threshold');
    expect(counted.map(({ title }) => title)).toEqual(['Burn']);
  });
});
