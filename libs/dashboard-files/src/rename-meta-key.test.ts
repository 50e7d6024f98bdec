import { renameMetaKey } from './rename-meta-key';

const dashboard = {
  title: 'A',
  g6_meta: { spec_hash: 'x' },
  panels: [
    { title: 'row', g6_meta: { group_header: true }, panels: [{ title: 'inner', g6_meta: {} }] },
    { title: 'other' },
    null,
  ],
};

describe('the key of our metadata', () => {
  it('is renamed in the dashboard, its panels and the panels of a collapsed row', () => {
    expect(renameMetaKey(dashboard, 'g6_meta', 'acme_meta')).toEqual({
      title: 'A',
      acme_meta: { spec_hash: 'x' },
      panels: [
        {
          title: 'row',
          acme_meta: { group_header: true },
          panels: [{ title: 'inner', acme_meta: {} }],
        },
        { title: 'other' },
        null,
      ],
    });
  });

  it('comes back as it was', () => {
    const renamed = renameMetaKey(dashboard, 'g6_meta', 'acme_meta');
    expect(renameMetaKey(renamed, 'acme_meta', 'g6_meta')).toEqual(dashboard);
  });

  it('costs nothing if a workspace keeps ours', () => {
    expect(renameMetaKey(dashboard, 'g6_meta', 'g6_meta')).toBe(dashboard);
  });

  it('leaves a file alone that has no list of panels', () => {
    expect(renameMetaKey({ panels: 3 }, 'a_b', 'c_d')).toEqual({ panels: 3 });
  });
});
