import { readEnvironment } from './environment';

describe('readEnvironment', () => {
  it('asks for nothing special where nothing is set', () => {
    expect(readEnvironment({})).toEqual({
      density: 'normal',
      verboseDrift: false,
      egressFrozen: false,
      sourceDateEpoch: undefined,
      problems: [],
    });
  });

  it('knows 1, and takes anything else for off', () => {
    const on = { G6_DASHBOARD_DENSE: '1', G6_DASHBOARD_DIFF_VERBOSE: '1' };
    expect(readEnvironment(on)).toMatchObject({ density: 'dense', verboseDrift: true });
    for (const value of ['0', '', 'yes']) {
      const off = { G6_DASHBOARD_DENSE: value, G6_DASHBOARD_DIFF_VERBOSE: value };
      expect(readEnvironment(off)).toMatchObject({ density: 'normal', verboseDrift: false });
    }
  });

  it.each([
    ['1700000000', 1_700_000_000],
    ['0', 0],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['yesterday', undefined],
    ['99999999999999999999', undefined],
  ])('reads SOURCE_DATE_EPOCH=%s as %p', (text, epoch) => {
    const { sourceDateEpoch, problems } = readEnvironment({ SOURCE_DATE_EPOCH: text });
    expect(sourceDateEpoch).toBe(epoch);
    expect(problems.map(({ message }) => message)).toEqual(
      epoch === undefined
        ? [`must be a whole number of seconds since 1970, got ${JSON.stringify(text)}`]
        : [],
    );
  });
});
