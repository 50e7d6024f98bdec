import { readSpec } from './read-spec';

/** What a spec with these metrics has wrong. */
function problems(...metrics: object[]): string[] {
  const text = JSON.stringify({ version: 1, families: { bus: { metrics } } });
  return readSpec([{ path: 'spec.yml', text }]).problems.map(
    ({ code, message, hint }) => `${code}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  );
}

const gauge = (name: string, more: object = {}) => ({ name, type: 'gauge', ...more });

describe('renamed_from', () => {
  it('takes names that nothing else has', () => {
    expect(problems(gauge('now', { renamed_from: ['once', 'first.name'] }))).toEqual([]);
  });

  it.each([
    ['another metric', [gauge('now', { renamed_from: ['b'] }), gauge('b')], 'b'],
    [
      'another former name',
      [gauge('now', { renamed_from: ['b'] }), gauge('c', { renamed_from: ['b'] })],
      'b',
    ],
  ])('refuses the name of %s', (_, metrics) => {
    expect(problems(...metrics)).toEqual([
      expect.stringMatching(
        /^metric-collision: the former name "b" of "\w+" is taken, at spec\.yml:1:\d+$/,
      ),
    ]);
  });

  it('refuses the present name, and any of a stateset', () => {
    expect(problems(gauge('now', { renamed_from: ['now'] }))).toEqual([
      'wrong-value: the former name "now" is the present name',
    ]);
    expect(problems({ name: 's', type: 'stateset', renamed_from: ['t'] })).toEqual([
      'wrong-value: "s" is a stateset, whose label has its name; its former series have another label',
    ]);
  });

  it('says of a query of a former name what to write', () => {
    const panels = [{ promql: 'rate(wait_old_count[5m])' }];
    const metric = { name: 'wait', type: 'histogram', renamed_from: ['wait_old'], panels };
    expect(problems(metric)).toEqual([
      'metric-undefined: "wait_old_count" is called "wait_count" now (write "wait_count", which is read under both names)',
    ]);
  });
});

describe('deprecated', () => {
  it('names a metric that the spec defines', () => {
    const deprecated = { use: 'depht', remove_after: '2027-03-31', since: '2.1' };
    expect(problems(gauge('old', { deprecated }), gauge('depth'))).toEqual([
      'metric-undefined: nothing in the spec defines "depht" (did you mean "depth"?)',
    ]);
    expect(problems(gauge('old', { deprecated: { use: 'old' } }))).toEqual([
      'wrong-value: "old" cannot be used instead of itself',
    ]);
  });

  it.each(['2027-02-30', '31.3.2027', 'soon'])(
    'has a day of the calendar, which %s is not',
    (day) => {
      expect(problems(gauge('old', { deprecated: { remove_after: day } }))).toEqual([
        expect.stringContaining('is not a day; write for example 2027-03-31'),
      ]);
    },
  );
});
