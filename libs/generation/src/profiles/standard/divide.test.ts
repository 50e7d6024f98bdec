import { sampleDashboard } from '../../../testing';
import type { Sample } from '../../../testing/sample-context';

/** The titles of a dashboard from top to bottom; those inside a folded row are behind it. */
function outline(sample: Sample) {
  const { panels } = sampleDashboard({ ...sample, plan: { profile: 'standard', ...sample.plan } });
  return panels
    .filter(({ type }) => type !== 'stat')
    .map(({ type, title, panels: inside = [] }) =>
      type === 'row' && inside.length > 0 ? [title, inside.map((panel) => panel.title)] : title,
    );
}

const failures = { name: 'a_sent_failures_total', type: 'counter' };
const sent = { name: 'a_sent_total', type: 'counter' };
const wait = { name: 'a_wait_seconds', type: 'histogram' };
const depth = { name: 'a_depth', type: 'gauge' };
const age = { name: 'a_pace', type: 'gauge' };

describe('the sections of a dashboard', () => {
  it('are one for each family: rates, errors, durations, then the rest, and details at last', () => {
    expect(outline({ metrics: [age, depth, wait, failures, sent] })).toEqual([
      'Sample',
      'Waits per second',
      'Sent per second',
      'Sent failures, error ratio',
      'Sent failures per second',
      'Wait, p50, p90 and p99',
      'Depth',
      'Pace, average',
      ['Details', ['Wait, distribution']],
    ]);
  });

  it('begin with how much is in use, if nothing in them fails or takes its time', () => {
    const used = { name: 'a_open_fds', type: 'gauge' };
    const most = { name: 'a_max_fds', type: 'gauge' };
    expect(outline({ metrics: [sent, used, most] }).slice(0, 3)).toEqual([
      'Sample',
      'File descriptors utilization, by instance',
      'Sent per second',
    ]);
  });

  it('stand open up to two families', () => {
    const plan = { families: ['sample', 'other'] };
    expect(
      outline({ metrics: [depth], others: [{ name: 'b_depth', type: 'gauge' }], plan }),
    ).toEqual(['Sample', 'A depth', 'Other', 'B depth']);
  });

  it('have a section for alerts, with what no other panel shows', () => {
    const alerts = [{ alert: 'Uneven', expr: 'max(a_depth) > 3' }];
    expect(outline({ metrics: [{ ...depth, alerts }, age] })).toEqual([
      'Sample',
      'Depth',
      'Pace, average',
      'Alerts',
      'All alerts, firing first',
      'Uneven',
    ]);
  });

  it('are those of the plan if it has some', () => {
    const sections = [{ title: 'Queue', metrics: ['a_depth'] }];
    expect(outline({ metrics: [age, depth, wait], plan: { sections } })).toEqual([
      'Queue',
      'Depth',
      'More',
      'Waits per second',
      'Wait, p50, p90 and p99',
      'Pace, average',
      ['Details', ['Wait, distribution']],
    ]);
  });
});

describe('the lines of a dashboard', () => {
  it('have three panels, no holes, and are six rows high', () => {
    const metrics = Array.from({ length: 7 }, (_, i) => ({ name: `a_${i}_depth`, type: 'gauge' }));
    const { panels } = sampleDashboard({ metrics, plan: { profile: 'standard' } });
    const graphs = panels.filter(({ type }) => type === 'timeseries');
    expect(graphs.map(({ gridPos }) => [gridPos?.x, gridPos?.w, gridPos?.h])).toEqual([
      [0, 8, 6],
      [8, 8, 6],
      [16, 8, 6],
      [0, 8, 6],
      [8, 8, 6],
      [16, 8, 6],
      [0, 24, 6],
    ]);
  });

  it('drop nothing', () => {
    const metrics = Array.from({ length: 60 }, (_, i) => ({ name: `a_${i}_depth`, type: 'gauge' }));
    const { panels, g6_meta } = sampleDashboard({ metrics, plan: { profile: 'standard' } });
    expect(panels.filter(({ type }) => type === 'timeseries')).toHaveLength(60);
    expect(g6_meta.truncated_panels).toBe(0);
  });
});
