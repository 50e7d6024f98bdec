import { sampleDashboard } from '../testing/sample-dashboard';
import { sampleBasis, type Sample } from '../testing/sample-context';
import { finishDashboard, panelCount, draftDashboard } from './generate-dashboard';
import { DEFAULT_OPTIONS } from './generation-options';

function planned(sample: Sample) {
  const { basis, plan } = sampleBasis(sample);
  return draftDashboard(plan, basis, DEFAULT_OPTIONS);
}

const panel = { title: 'X', promql: 'x' };

describe('draftDashboard', () => {
  it('refuses two panels with the same title, type, unit and queries', () => {
    const metrics = [
      { name: 'x', type: 'gauge', panels: [panel] },
      { name: 'y', type: 'gauge', panels: [{ ...panel, unit: 'short', span: 6, kind: 'k' }] },
    ];
    const { problems } = planned({ metrics });
    expect(problems).toEqual([
      expect.objectContaining({
        file: 'spec.yml',
        code: 'panel-duplicate',
        severity: 'error',
        message: 'the dashboard "sample" has two panels "X" with the same type, unit and queries',
        hint: expect.stringMatching(
          /^the other is at spec\.yml:1:\d+; give one another title$/,
        ) as unknown,
      }),
    ]);
  });

  it.each([
    ['title', { title: 'Y' }],
    ['query', { promql: ' x' }],
    ['type', { panel_type: 'stat' }],
    ['unit', { unit: 'ms' }],
  ])('takes two panels with another %s', (_, change) => {
    const metrics = [{ name: 'x', type: 'gauge', panels: [panel, { ...panel, ...change }] }];
    expect(planned({ metrics }).problems).toEqual([]);
  });

  it('takes two equal panels that stable names tell apart', () => {
    const metrics = [
      {
        name: 'x',
        type: 'gauge',
        panels: [panel, { ...panel, id: 'x-2' }, { ...panel, id: 'x-3' }],
      },
    ];
    expect(planned({ metrics }).problems).toEqual([]);
    const uuids = sampleDashboard({ metrics }).panels.map(({ g6_meta: meta }) => meta.panel_uuid);
    expect(new Set(uuids).size).toBe(uuids.length);
  });

  it('points at the catalogue where that repeats a panel', () => {
    const twice = { title: 'E', requires: ['x'], queries: [{ expr: 'x' }] };
    const sample = { metrics: [{ name: 'x', type: 'gauge' }], efficiency: [twice, twice] };
    expect(planned(sample).problems).toMatchObject([
      { file: 'efficiency.yml', code: 'panel-duplicate' },
    ]);
  });

  it('tells what the caps left out, and keeps it out of the dashboard', () => {
    const labels = ['l', 'm'];
    const counters = Array.from({ length: 9 }, (_, i) => ({
      name: `c${i}_total`,
      type: 'counter',
      labels,
    }));
    const dropped = planned({ metrics: counters }).dropped.map(({ title }) => title);
    expect(dropped).toEqual([
      'c7_total Rate by m (5m auto)',
      'c8_total Rate by l (5m auto)',
      'c8_total Rate by m (5m auto)',
    ]);
    const dashboard = sampleDashboard({ metrics: counters });
    expect(dashboard.panels).toHaveLength(24);
    expect(dashboard.g6_meta.truncated_panels).toBe(3);
  });
});

describe('panelCount', () => {
  const sample = {
    metrics: [{ name: 'x', type: 'gauge', alerts: [{ alert: 'A', expr: 'x > 1' }] }],
    efficiency: [{ title: 'E', requires: ['x'], queries: [{ expr: 'x' }] }],
  };

  it('counts every panel of the dashboard, the row included', () => {
    const { basis } = sampleBasis(sample);
    const dashboard = planned(sample);
    const { panels } = finishDashboard(dashboard, basis, DEFAULT_OPTIONS);
    expect(panels.map(({ type }) => type)).toEqual(['table', 'timeseries', 'row', 'timeseries']);
    expect(panelCount(dashboard)).toBe(4);
  });

  it('counts no row without efficiency panels, and nothing of what was skipped', () => {
    expect(panelCount(planned({ ...sample, efficiency: [] }))).toBe(2);
    expect(panelCount(undefined)).toBe(0);
  });
});
