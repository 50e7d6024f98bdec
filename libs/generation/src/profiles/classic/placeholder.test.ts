import {
  firstMetric,
  sampleBasis,
  sampleContext,
  type Sample,
} from '../../../testing/sample-context';
import { draftContext, draftPanels } from '../../draft-panels';
import { CLASSIC } from '.';
import { placeholderSource } from './automatic';

function sources(sample: Sample) {
  const { basis, plan } = sampleBasis(sample);
  return draftPanels(draftContext(plan, basis), CLASSIC.sources).map(
    ({ source, metric }) => `${metric} ${source}`,
  );
}

describe('placeholder', () => {
  it.each([
    ['gauge', 'x', 'x', '{{instance}}'],
    ['histogram', 'x', 'x', '{{instance}}'],
    ['counter', 'x_total', 'sum(rate(x_total[5m]))', 'x_total'],
  ])('of a %s %s is %s', (type, name, expr, legend) => {
    const context = sampleContext({ metrics: [{ name, type, help: 'Things.' }] });
    expect(placeholderSource.draft(firstMetric(context), context)).toEqual([
      {
        source: 'placeholder',
        block: 'core',
        title: `${name} (auto)`,
        type: 'timeseries',
        unit: 'short',
        queries: [{ expr, legend }],
        description: 'Things.',
        metric: name,
        family: 'sample',
        manySeries: legend === '{{instance}}',
      },
    ]);
  });

  it('is for a metric without any panel', () => {
    expect(sources({ metrics: [{ name: 'x', type: 'gauge' }] })).toEqual(['x placeholder']);
  });

  it('stays out where the metric has an explicit panel, whatever that reads', () => {
    const panels = [{ promql: 'y' }];
    expect(sources({ metrics: [{ name: 'x', type: 'gauge', panels }] })).toEqual(['x spec']);
  });

  it('stays out where the metric has an automatic panel', () => {
    const metrics = [
      { name: 'a_total', type: 'counter' },
      { name: 'b', type: 'histogram' },
      { name: 'c', type: 'gauge', labels: ['l'], panels: [{ promql: 'c' }] },
    ];
    expect(sources({ metrics })).not.toContainEqual(expect.stringContaining('placeholder'));
  });

  it('gives a panel of its own to a metric that only a panel of another one reads', () => {
    const panels = [{ promql: 'rate(a_total[5m]) / rate(b_total[5m])' }];
    const metrics = [
      { name: 'a_total', type: 'counter', panels },
      { name: 'b_total', type: 'counter' },
    ];
    expect(sources({ metrics })).toEqual(['a_total spec', 'b_total placeholder']);
  });
});
