import { firstMetric, sampleContext } from '../../../testing/sample-context';
import type { SourceContext } from '../../panel-source';
import { draftMetric } from '../../draft-panels';
import { CLASSIC } from '.';

function draftAutomatic(context: SourceContext) {
  const sources = CLASSIC.sources.filter((source) => source.of === 'metric');
  return draftMetric(firstMetric(context), sources, context);
}

function draft(metric: object = {}, ...panels: object[]) {
  const written = { name: 'wait_seconds', type: 'summary', labels: ['bus'], panels, ...metric };
  const context = sampleContext({ metrics: [written] });
  return draftAutomatic(context).map(({ source, title, unit, queries }) => ({
    source,
    title,
    unit,
    query: queries[0],
  }));
}

describe('auto_summary', () => {
  it('shows quantiles, of which none are added up, the rate of observations and their mean', () => {
    const source = 'auto_summary';
    expect(draft()).toEqual([
      {
        source,
        title: 'wait_seconds Quantiles (auto)',
        unit: 's',
        query: { expr: 'max by (quantile) (wait_seconds)', legend: '{{quantile}}' },
      },
      {
        source,
        title: 'wait_seconds Rate (5m auto)',
        unit: 'short',
        query: { expr: 'sum(rate(wait_seconds_count[5m]))', legend: 'wait_seconds Rate' },
      },
      {
        source,
        title: 'wait_seconds Mean (5m auto)',
        unit: 's',
        query: {
          expr: 'sum(rate(wait_seconds_sum[5m])) / sum(rate(wait_seconds_count[5m]))',
          legend: 'wait_seconds Mean',
        },
      },
    ]);
  });

  it('leaves out what explicit panels show', () => {
    const titles = (promql: string) => draft({}, { title: 'P', promql }).map(({ title }) => title);
    expect(titles('max by (quantile) (wait_seconds)')).toEqual([
      'wait_seconds Rate (5m auto)',
      'wait_seconds Mean (5m auto)',
    ]);
    expect(titles('rate(wait_seconds_count[5m])')).toEqual(['wait_seconds Quantiles (auto)']);
  });
});
