import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoInfoSource } from './auto-info';

function draft(labels: readonly string[], ...panels: object[]) {
  const context = sampleContext({
    metrics: [{ name: 'build_info', type: 'info', labels, panels }],
  });
  return autoInfoSource.draft(firstMetric(context), context);
}

describe('auto_info', () => {
  it('is a table of the labels, a row for each set of values', () => {
    expect(draft(['version', 'go_version'])).toMatchObject([
      {
        title: 'build_info (auto)',
        type: 'table',
        queries: [{ expr: 'max by (version, go_version) (build_info)' }],
        columns: [
          { field: 'version', header: 'Version' },
          { field: 'go_version', header: 'Go version' },
        ],
      },
    ]);
  });

  it('lists targets if there are no labels, and nothing if a panel shows the metric', () => {
    expect(draft([])).toMatchObject([
      { queries: [{ expr: 'max by (job, instance) (build_info)' }] },
    ]);
    expect(draft([], { title: 'P', promql: 'build_info' })).toEqual([]);
  });
});
