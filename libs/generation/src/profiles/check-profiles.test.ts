import { BUILT_IN_PROFILES, STANDARD } from '.';
import { checkProfiles } from './check-profiles';

const TAKEN = BUILT_IN_PROFILES.map(({ name }) => name);
const faultsOf = (exported: unknown) => checkProfiles(exported, TAKEN).faults;
const wall = (changes: object) => [{ ...STANDARD, name: 'wall', ...changes }];
const source = (changes: object) =>
  wall({
    sources: [{ of: 'metric', name: 'a', types: [], reason: 'A.', draft: () => [], ...changes }],
  });

describe('checkProfiles', () => {
  it('takes copies of the built-in profiles under names of their own', () => {
    const exported = BUILT_IN_PROFILES.map((profile) => ({
      ...profile,
      name: `my_${profile.name}`,
    }));
    expect(checkProfiles(exported, TAKEN)).toEqual({ profiles: exported, faults: [] });
  });

  it('gives no profile if any has a fault', () => {
    expect(checkProfiles([...wall({}), 3], TAKEN).profiles).toEqual([]);
  });

  it.each<[unknown, string]>([
    [undefined, 'the module exports no "profiles", which has to be a list of profiles'],
    [
      STANDARD,
      'the module exports something else as "profiles", which has to be a list of profiles',
    ],
    [['wall'], 'profiles[0] is not an object'],
    [wall({ name: 'Wall' }), 'profiles[0].name must be a text that matches [a-z][a-z0-9_-]*'],
    [wall({ name: 'standard' }), 'the name "standard" of profiles[0] is taken'],
    [[...wall({}), ...wall({})], 'the name "wall" of profiles[1] is taken'],
    [
      wall({ meaning: '', capped: 1 }),
      'the profile "wall" has no text "meaning", no boolean "capped"',
    ],
    [wall({ reads: [] }), 'the profile "wall" has no function "reads"'],
    [wall({ sources: {} }), 'the profile "wall" has no list "sources"'],
    [wall({ style: null }), 'the profile "wall" has no object "style"'],
    [
      wall({ layout: { ...STANDARD.layout, panelWidth: 25 } }),
      'the profile "wall" has no whole number from 1 to 24 as "layout.panelWidth"',
    ],
    [
      wall({ sources: [1] }),
      'the profile "wall" has a panel source sources[0] that is not an object',
    ],
    [
      source({ name: 'A' }),
      'the profile "wall" has a panel source sources[0] whose name does not match [a-z][a-z0-9_]*',
    ],
    [
      source({ of: 'row' }),
      'the profile "wall" has a panel source "a" with "of" neither metric nor dashboard',
    ],
    [
      source({ types: ['gage'] }),
      'the profile "wall" has a panel source "a" without a list "types" of metric types',
    ],
    [
      source({ draft: undefined }),
      'the profile "wall" has a panel source "a" with no function "draft"',
    ],
    [
      wall({ sources: [...STANDARD.sources, STANDARD.sources[0]] }),
      'the profile "wall" has a panel source "plan" which is there twice',
    ],
  ])('says what is wrong with case %#', (exported, expected) => {
    expect(faultsOf(exported)).toEqual([expected]);
  });
});
