import { compareManifest } from './compare-manifest';
import { driftTokens } from './drift';

const entry = (slug: string, panels = 3, more: object = {}) => ({
  slug,
  uid: `g6-${slug}`,
  families: ['bus'],
  panel_count: panels,
  ...more,
});

const manifest = (dashboards: readonly object[], more: object = {}) =>
  JSON.stringify({ spec_hash: 'abc', generated_at_unix: 1, count: 2, dashboards, ...more });

const GENERATED = manifest([entry('a'), entry('b')]);

const tokens = (found: string | undefined, only?: readonly string[]) =>
  driftTokens([compareManifest(GENERATED, found, only)]);

describe('compareManifest', () => {
  it('finds no drift in what was generated, whenever and however it is laid out', () => {
    const text = manifest([entry('a'), entry('b')], { generated_at_unix: 99 });
    expect(tokens(JSON.stringify(JSON.parse(text), null, 4))).toEqual([]);
  });

  it.each([
    [undefined, ['missing:manifest']],
    ['', ['unreadable:manifest']],
    ['{"dashboards": [1]}', ['unreadable:manifest']],
    [manifest([entry('a')]), ['added:manifest:1']],
    [manifest([entry('a'), entry('b'), entry('c')]), ['removed:manifest:1']],
    [manifest([entry('a', 4), entry('b', 3, { uid: 'x' })]), ['changed:manifest:2']],
    [manifest([entry('a'), entry('b', 3, { folder: 'F' })]), ['changed:manifest:1']],
    [manifest([entry('a'), entry('b')], { spec_hash: 'old' }), ['hash:manifest']],
    [manifest([entry('a'), entry('b')], { count: 3 }), ['edited:manifest']],
  ])('tells %s by tokens', (found, expected) => {
    expect(tokens(found)).toEqual(expected);
  });

  it('takes the count of a partial run for none, not for a wrong one', () => {
    expect(tokens(manifest([entry('a', 0), entry('b')]))).toEqual([]);
  });

  it('looks at the entries of some slugs alone', () => {
    const found = manifest([entry('a', 4), entry('c')], { count: 9 });
    expect(tokens(found, ['a'])).toEqual(['changed:manifest:1']);
    expect(tokens(found, ['b'])).toEqual(['added:manifest:1']);
    expect(tokens(manifest([entry('a'), entry('c')]), ['a'])).toEqual([]);
  });
});
