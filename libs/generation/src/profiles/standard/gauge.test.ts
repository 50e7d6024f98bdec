import { standardOf, standardPanels } from '../../../testing/standard-panels';

describe('gauge', () => {
  it.each([
    ['as the spec says', { name: 'depth', aggregate: 'max' }, 'max(depth)', 'sishort'],
    [
      'a moment',
      { name: 'last_success_timestamp_seconds' },
      'time() - max(last_success_timestamp_seconds)',
      's',
    ],
    [
      'a moment in milliseconds',
      { name: 'sync_timestamp_ms' },
      'time() - max(sync_timestamp_ms) / 1000',
      's',
    ],
    [
      'a start',
      { name: 'process_start_time_seconds' },
      'time() - max(process_start_time_seconds)',
      's',
    ],
    [
      'a deadline',
      { name: 'cert_not_after_timestamp_seconds' },
      'min(cert_not_after_timestamp_seconds) - time()',
      's',
    ],
    ['health', { name: 'db_up' }, 'min by (instance) (db_up)', 'none'],
    [
      'a flag',
      { name: 'cache_enabled', labels: ['shard'], cardinality_budget: 3 },
      'max by (shard) (cache_enabled)',
      'none',
    ],
    [
      'a flag by its help',
      { name: 'fs_readonly_mode', help: 'Whether it is read-only.' },
      'max by (instance) (fs_readonly_mode)',
      'none',
    ],
    [
      'a number that is no flag',
      { name: 'connections_active' },
      'sum(connections_active)',
      'sishort',
    ],
    ['a share', { name: 'hit_ratio' }, 'avg(hit_ratio)', 'percentunit'],
    ['a temperature', { name: 'board_celsius' }, 'avg(board_celsius)', 'celsius'],
    ['an average', { name: 'queue_wait_avg' }, 'avg(queue_wait_avg)', 'sishort'],
    ['bytes', { name: 'heap_bytes' }, 'sum(heap_bytes)', 'bytes'],
    [
      'a depth',
      { name: 'queue_depth', labels: ['kind'], cardinality_budget: 4 },
      'sum by (kind) (queue_depth)',
      'sishort',
    ],
    ['a plural', { name: 'goroutines' }, 'sum(goroutines)', 'sishort'],
  ])('draws %s', (_, metric, expr, unit) => {
    expect(standardOf('gauge', { type: 'gauge', ...metric })).toMatchObject([
      { unit, exprs: [expr] },
    ]);
  });

  it('draws what nothing tells of as an average between the lowest and the highest', () => {
    expect(standardOf('gauge', { name: 'clock_offset', type: 'gauge' })[0]?.exprs).toEqual([
      'avg(clock_offset)',
      'min(clock_offset)',
      'max(clock_offset)',
    ]);
  });

  it('sums nothing of which the type is unknown', () => {
    expect(standardOf('gauge', { name: 'queue_depth', type: 'unknown' })[0]?.exprs).toEqual([
      'avg(queue_depth)',
    ]);
  });

  it('draws a gauge of information as a table without its value', () => {
    const metrics = [{ name: 'app_build_info', type: 'gauge', labels: ['version'] }];
    const [panel] = standardPanels({ metrics });
    expect(panel).toMatchObject({
      type: 'table',
      role: 'detail',
      queries: [{ expr: 'max by (job, instance, version) (app_build_info)' }],
      look: { overrides: [{ match: { field: 'Value' }, hide: true }] },
    });
  });

  it('draws states as bands with words', () => {
    const [panel] = standardPanels({ metrics: [{ name: 'db_up', type: 'gauge' }] });
    expect(panel).toMatchObject({ type: 'state-timeline', range: { min: 0, max: 1 } });
    expect(panel?.look?.mappings?.map(({ value, text }) => [value, text])).toEqual([
      [1, 'up'],
      [0, 'down'],
    ]);
  });

  it('bounds a share, and begins a number of things at 0', () => {
    const metrics = [
      { name: 'hit_ratio', type: 'gauge' },
      { name: 'queue_depth', type: 'gauge' },
    ];
    const [share, depth] = standardPanels({ metrics });
    expect(share).toMatchObject({ range: { min: 0, max: 1 }, role: 'utilization' });
    expect(depth).toMatchObject({ look: { axis: { soft_min: 0 } }, role: 'saturation' });
  });
});
