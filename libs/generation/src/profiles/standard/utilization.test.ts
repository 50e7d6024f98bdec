import { standardOf, standardPanels } from '../../../testing/standard-panels';

const gauge = (name: string, ...labels: string[]) => ({
  name,
  type: 'gauge',
  labels,
  cardinality_budget: 8,
});
const exprs = (...metrics: Parameters<typeof standardOf>[1][]) =>
  standardOf('utilization', ...metrics).map((panel) => panel.exprs[0]);

describe('utilization', () => {
  it.each([
    [
      'node_MemAvailable_bytes',
      'node_MemTotal_bytes',
      '1 - sum by (instance) (node_MemAvailable_bytes) / sum by (instance) (node_MemTotal_bytes)',
    ],
    [
      'fs_files_free',
      'fs_files',
      '1 - sum by (instance) (fs_files_free) / sum by (instance) (fs_files)',
    ],
    ['open_fds', 'max_fds', 'sum by (instance) (open_fds) / sum by (instance) (max_fds)'],
    ['pool_used', 'pool_limit', 'sum by (instance) (pool_used) / sum by (instance) (pool_limit)'],
  ])('is what %s says of %s', (part, whole, expr) => {
    expect(exprs(gauge(part), gauge(whole))).toEqual([expr]);
  });

  it('is told apart by a label that both have', () => {
    const [panel] = standardOf(
      'utilization',
      gauge('disk_fs_avail_bytes', 'device'),
      gauge('disk_fs_size_bytes', 'device'),
      { name: 'other', type: 'info' },
    );
    expect(panel).toEqual({
      title: 'Disk fs utilization, by device',
      unit: 'percentunit',
      exprs: ['1 - sum by (device) (disk_fs_avail_bytes) / sum by (device) (disk_fs_size_bytes)'],
    });
    expect(
      exprs(gauge('disk_fs_avail_bytes', 'device'), gauge('disk_fs_size_bytes', 'mount')),
    ).toEqual([]);
  });

  it('is drawn once for each whole, by what is available rather than by what lies idle', () => {
    expect(
      exprs(gauge('mem_free_bytes'), gauge('mem_available_bytes'), gauge('mem_total_bytes')),
    ).toEqual([
      '1 - sum by (instance) (mem_available_bytes) / sum by (instance) (mem_total_bytes)',
    ]);
  });

  it('is the time that a CPU is not idle', () => {
    const cpu = { name: 'node_cpu_seconds_total', type: 'counter', labels: ['cpu', 'mode'] };
    expect(exprs(cpu)).toEqual([
      '1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))',
    ]);
    const busy = [{ name: 'mode', values: ['user', 'system'] }];
    expect(exprs({ ...cpu, labels: busy })).toEqual([]);
  });

  it('says which two metrics it comes from', () => {
    const panels = standardPanels({ metrics: [gauge('open_fds'), gauge('max_fds')] });
    expect(panels.find(({ source }) => source === 'utilization')?.recognized).toEqual({
      as: 'utilization',
      because: 'open_fds is the used part of max_fds',
    });
  });
});
