import { sampleDashboard } from '../../../testing';
import { standardPanels } from '../../../testing/standard-panels';
import type { WrittenMetric } from '../../../testing/sample-context';

function stats(...metrics: WrittenMetric[]) {
  return standardPanels({ metrics })
    .filter(({ source }) => source === 'headline')
    .map(({ title }) => title);
}

const requests = { name: 'http_requests_total', type: 'counter', labels: ['code'] };
const duration = { name: 'http_request_duration_seconds', type: 'histogram' };
const ratio = { name: 'disk_used_ratio', type: 'gauge' };
const age = { name: 'backup_last_success_timestamp_seconds', type: 'gauge' };
const alerts = [{ alert: 'High', expr: 'disk_used_ratio > 0.9' }];

describe('headline', () => {
  it('has what is most urgent first', () => {
    expect(stats(age, { ...ratio, alerts }, duration, requests)).toEqual([
      'Firing alerts',
      'Request rate',
      'Error ratio',
      'Duration, p99',
      'Disk used ratio',
      'Since backup last success',
    ]);
  });

  it('is filled with other numbers, and has at most six', () => {
    const counters = ['a_total', 'b_total', 'c_total', 'd_total', 'e_total', 'f_total', 'g_total'];
    expect(stats(...counters.map((name) => ({ name, type: 'counter' })))).toHaveLength(6);
    expect(stats({ name: 'depth', type: 'gauge' })).toEqual(['Depth']);
  });

  it.each([
    [1, [24]],
    [2, [12, 12]],
    [4, [6, 6, 6, 6]],
    [5, [5, 5, 5, 5, 4]],
    [6, [4, 4, 4, 4, 4, 4]],
  ])('fills the row with %i numbers', (count, widths) => {
    const names = Array.from({ length: count }, (_, place) => `q${place}_depth`);
    const metrics = names.map((name) => ({ name, type: 'gauge' }));
    const drafted = standardPanels({ metrics }).filter(({ source }) => source === 'headline');
    expect(drafted.map(({ span }) => span)).toEqual(widths);
  });

  it('has small graphs only where they have room beside the digits', () => {
    const graphs = (count: number) => {
      const names = Array.from({ length: count }, (_, place) => `q${place}_depth`);
      return sampleDashboard({
        metrics: names.map((name) => ({ name, type: 'gauge' })),
        plan: { profile: 'standard' },
      })
        .panels.filter(({ type }) => type === 'stat')
        .map(({ options }) => options?.['graphMode']);
    };
    expect(graphs(4)).toEqual(['area', 'area', 'area', 'area']);
    expect(graphs(5)).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  it('asks for the worst of several series, and for nothing of one', () => {
    const exprs = (metric: WrittenMetric) =>
      standardPanels({ metrics: [metric] })
        .filter(({ source }) => source === 'headline')
        .map(({ queries }) => queries[0]?.expr);
    expect(exprs(ratio)).toEqual(['avg(disk_used_ratio)']);
    expect(exprs({ ...ratio, labels: ['disk'], cardinality_budget: 5 })).toEqual([
      'max(avg by (disk) (disk_used_ratio))',
    ]);
    expect(exprs(age)).toEqual(['time() - max(backup_last_success_timestamp_seconds)']);
  });

  it('says how many instances there are if nothing else can be told in a number', () => {
    expect(stats({ name: 'build', type: 'info' })).toEqual(['Instances']);
  });

  it('links each number to its panel', () => {
    const { panels } = sampleDashboard({ metrics: [ratio], plan: { profile: 'standard' } });
    const [stat, , panel] = panels;
    expect(stat?.gridPos).toEqual({ x: 0, y: 0, w: 24, h: 4 });
    expect(stat?.links).toMatchObject([
      {
        title: panel?.title,
        url: expect.stringContaining(`viewPanel=panel-${panel?.id}&`) as string,
      },
    ]);
  });
});
