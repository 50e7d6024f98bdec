import { METRIC_TYPES, traitsOf } from '@g6/model';
import { firstMetric, sampleContext } from '../testing/sample-context';
import { draftMetric, unwantedPanels } from './draft-panels';
import type { MetricPanelSource } from './panel-source';
import { CLASSIC, STANDARD } from './profiles';
import type { Profile } from './profiles/profile';

const COUNTER = { name: 'a_total', type: 'counter', labels: [{ name: 'kind', errors: ['bad'] }] };

function drafted({ sources }: Profile, metric: object) {
  const context = sampleContext({ metrics: [{ ...COUNTER, ...metric }] });
  const ofMetrics = sources.filter((source): source is MetricPanelSource => source.of === 'metric');
  const wanted = draftMetric(firstMetric(context), ofMetrics, context);
  const unwanted = unwantedPanels(firstMetric(context), sources, context);
  return [wanted, unwanted].map((panels) => panels.map(({ source }) => source));
}

describe('a list of sources that a metric wants', () => {
  it.each<[string, Profile, readonly string[], readonly string[], readonly string[]]>([
    ['obeys its own names', STANDARD, ['rate'], ['rate'], ['error_ratio']],
    ['obeys its own names', STANDARD, ['error_ratio'], ['error_ratio'], ['rate']],
    ['takes names of classic for its own', STANDARD, ['auto_rate'], ['rate'], ['error_ratio']],
    [
      'takes names of classic for its own',
      STANDARD,
      ['auto_label_split'],
      ['rate'],
      ['error_ratio'],
    ],
    ['obeys an empty list', STANDARD, [], [], ['error_ratio', 'rate']],
    ['obeys its own names', CLASSIC, ['auto_rate'], ['auto_rate'], ['auto_label_split']],
    [
      'takes names of standard for its own',
      CLASSIC,
      ['rate'],
      ['auto_rate', 'auto_label_split'],
      [],
    ],
    [
      'shows each metric all the same',
      CLASSIC,
      ['error_ratio'],
      ['placeholder'],
      ['auto_rate', 'auto_label_split'],
    ],
  ])('%s: %#', (_, profile, auto, wanted, unwanted) => {
    expect(drafted(profile, { auto })).toEqual([wanted, unwanted]);
  });

  it('holds for what two metrics say together', () => {
    const pair = (auto: unknown) =>
      STANDARD.sources
        .filter((source) => source.of === 'dashboard' && source.name === 'utilization')
        .flatMap((source) =>
          source.of === 'dashboard'
            ? source.draft(
                sampleContext({
                  metrics: [
                    { name: 'a_open_fds', type: 'gauge', auto },
                    { name: 'a_max_fds', type: 'gauge' },
                  ],
                }),
              )
            : [],
        );
    expect(pair(['utilization'])).toHaveLength(1);
    expect(pair(['gauge'])).toEqual([]);
  });

  it.each(METRIC_TYPES)('may name every source of standard that draws a %s', (type) => {
    const drawing = STANDARD.sources.flatMap((source) =>
      source.of === 'metric' && source.types.includes(type) ? [source.name] : [],
    );
    const named = traitsOf(type).standardSources.filter((name) => name !== 'utilization');
    expect([...named].sort()).toEqual([...drawing].sort());
  });
});
