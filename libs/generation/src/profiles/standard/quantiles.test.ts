import { standardOf, standardPanels } from '../../../testing/standard-panels';

const histogram = { name: 'wait_seconds', type: 'histogram' };

describe('quantiles', () => {
  it('are three in one panel, computed inline so that variables filter them', () => {
    const quantile = (q: string) =>
      `histogram_quantile(${q}, sum by (le) (rate(wait_seconds_bucket[$__rate_interval])))`;
    expect(standardOf('quantiles', histogram)).toEqual([
      {
        title: 'Wait, p50, p90 and p99',
        unit: 's',
        exprs: [quantile('0.5'), quantile('0.9'), quantile('0.99')],
      },
    ]);
  });

  it('are read from recorded series if the plan asks for it', () => {
    const panels = standardPanels({ metrics: [histogram], plan: { quantiles: 'recorded' } });
    const panel = panels.find(({ source }) => source === 'quantiles');
    expect(panel?.queries.map(({ expr, legend }) => [expr, legend])).toEqual([
      ['wait_seconds:p50_5m', 'p50'],
      ['wait_seconds:p90_5m', 'p90'],
      ['wait_seconds:p99_5m', 'p99'],
    ]);
  });

  it('of a summary are the highest of all processes', () => {
    expect(standardOf('quantiles', { name: 'wait_seconds', type: 'summary' })).toEqual([
      { title: 'Wait, by quantile', unit: 's', exprs: ['max by (quantile) (wait_seconds)'] },
    ]);
  });

  it('are durations only if the unit is one of time', () => {
    const metrics = [{ name: 'size_bytes', type: 'histogram' }, histogram];
    const roles = standardPanels({ metrics })
      .filter(({ source }) => source === 'quantiles')
      .map(({ role }) => role);
    expect(roles).toEqual(['rest', 'duration']);
  });

  it('leave out what an explicit panel shows', () => {
    const panels = [{ promql: 'wait_seconds:p99_5m' }];
    expect(standardOf('quantiles', { ...histogram, panels })).toEqual([]);
  });
});
