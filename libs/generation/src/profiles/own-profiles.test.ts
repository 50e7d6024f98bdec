import { sampleDashboard } from '../../testing';
import { sampleBasis } from '../../testing/sample-context';
import { draftDashboard } from '../generate-dashboard';
import { DEFAULT_OPTIONS } from '../generation-options';
import type { Profile } from './profile';
import { STANDARD } from './standard';

/** A profile with the sources of `standard`, but for the headline, and two panels on a line. */
const WALL: Profile = {
  ...STANDARD,
  name: 'wall',
  meaning: 'what hangs on the wall of an operations room',
  sources: STANDARD.sources.filter(({ name }) => name !== 'headline'),
  layout: { ...STANDARD.layout, panelWidth: 12 },
};

const metrics = [
  { name: 'a_depth', type: 'gauge' },
  { name: 'b_depth', type: 'gauge' },
];

describe('a profile that a workspace brings along', () => {
  it('is chosen by a plan', () => {
    const sample = { metrics, plan: { profile: 'wall' } };
    const { panels } = sampleDashboard(sample, { ownProfiles: [WALL] });
    expect(panels.map(({ type, gridPos }) => [type, gridPos?.w])).toEqual([
      ['row', 24],
      ['timeseries', 12],
      ['timeseries', 12],
    ]);
  });

  it('is chosen by the settings', () => {
    const { panels } = sampleDashboard({ metrics }, { ownProfiles: [WALL], profile: 'wall' });
    expect(panels).toHaveLength(3);
  });

  it('is a problem if it does not exist', () => {
    const { basis, plan } = sampleBasis({ metrics });
    const { problems } = draftDashboard(plan, basis, { ...DEFAULT_OPTIONS, profile: 'wal' });
    expect(problems).toMatchObject([
      {
        code: 'profile-unknown',
        message: 'the settings name the profile "wal", which does not exist',
      },
    ]);
  });

  const problemsOf = (profile: object) => {
    const { basis, plan } = sampleBasis({ metrics });
    const ownProfiles = [{ ...WALL, ...profile }];
    return draftDashboard(plan, basis, { ...DEFAULT_OPTIONS, profile: 'wall', ownProfiles })
      .problems;
  };
  const drafting = (draft: object) => ({
    sources: [
      {
        of: 'dashboard',
        name: 'clock',
        reason: 'It is late.',
        draft: () => [{ ...CLOCK, ...draft }],
      },
    ],
  });
  const CLOCK = {
    source: 'clock',
    block: 'core',
    title: 'Clock',
    type: 'stat',
    unit: null,
    queries: [{ expr: 'time()', legend: '' }],
    description: '',
    manySeries: false,
  };

  it('may draft panels of its own', () => {
    expect(problemsOf(drafting({}))).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['throws', { refine: () => (undefined as unknown as Profile).sources }, 'Cannot read'],
    ['gives no panels', { refine: () => undefined }, 'its refine gives no list of panels'],
    [
      'reads no series',
      { reads: () => 'a_depth' },
      'its reads gives no list of series for the metric "a_depth"',
    ],
    ['drafts no title', drafting({ title: '' }), 'the panel "" has no title'],
    [
      'drafts no type',
      drafting({ type: 'clock' }),
      'the panel "Clock" has the unknown type "clock"',
    ],
    [
      'drafts no unit',
      drafting({ unit: undefined }),
      'the panel "Clock" has no unit; null stands for none',
    ],
    [
      'drafts no query',
      drafting({ queries: ['time()'] }),
      'the panel "Clock" has no list of queries {expr, legend}',
    ],
    [
      'names another source',
      drafting({ source: 'time' }),
      'has the source "time", which the profile does not list',
    ],
    [
      'drafts no PromQL',
      drafting({ queries: [{ expr: 'sum(', legend: '' }] }),
      'the panel "Clock" has the query "sum(": ',
    ],
  ])('is a problem with a place, and no failure, if it %s', (_, profile, message) => {
    const [problem, ...others] = problemsOf(profile);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'profile-failed',
      file: 'plan.yaml',
      line: 1,
    });
    expect(problem?.message).toContain('the profile "wall" failed on the dashboard "sample": ');
    expect(problem?.message).toContain(message);
  });
});
