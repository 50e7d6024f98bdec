import { driftDetails, driftTokens, hasDrift, NO_DRIFT, type Drift } from './drift';

function drift(slug: string, changes: Partial<Drift> = {}): Drift {
  return { slug, ...NO_DRIFT, ...changes };
}

describe('driftTokens', () => {
  it('are none without drift', () => {
    expect(driftTokens([drift('a'), drift('b')])).toEqual([]);
    expect(hasDrift(drift('a'))).toBe(false);
  });

  it('name the kind, the slug and the number of panels', () => {
    const all = drift('a', {
      hash: true,
      changed: ['X', 'Y'],
      added: ['Z'],
      removed: ['U', 'V', 'W'],
    });
    expect(driftTokens([all])).toEqual(['hash:a', 'changed:a:2', 'added:a:1', 'removed:a:3']);
    expect(hasDrift(all)).toBe(true);
  });

  it.each(['missing', 'unreadable', 'hash', 'orphaned', 'edited'] as const)(
    'name %s without a number',
    (kind) => {
      expect(driftTokens([drift('a', { [kind]: true })])).toEqual([`${kind}:a`]);
    },
  );

  it('are sorted by slug in byte order', () => {
    const slugs = ['b', 'a_b', 'ab', 'a'];
    const tokens = driftTokens(slugs.map((slug) => drift(slug, { missing: true })));
    expect(tokens).toEqual(['missing:a', 'missing:a_b', 'missing:ab', 'missing:b']);
  });
});

describe('driftDetails', () => {
  it('are two marks without drift', () => {
    expect(driftDetails([drift('a')])).toEqual(['DRIFT_DETAILS_BEGIN', 'DRIFT_DETAILS_END']);
  });

  it('list the titles of each dashboard on one line of JSON, sorted by slug', () => {
    const lines = driftDetails([
      drift('b', { removed: ['Two\nlines "quoted"'] }),
      drift('c', { hash: true }),
      drift('a', { changed: ['X'], added: ['Y'] }),
    ]);
    expect(lines).toEqual([
      'DRIFT_DETAILS_BEGIN',
      '{"slug":"a","changed_titles":["X"],"added_titles":["Y"],"removed_titles":[]}',
      '{"slug":"b","changed_titles":[],"added_titles":[],"removed_titles":["Two\\nlines \\"quoted\\""]}',
      'DRIFT_DETAILS_END',
    ]);
  });
});
