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
});
