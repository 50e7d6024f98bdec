import { compareInventories, inventoriesDiffer } from './compare-inventories';
import type { FoundRow } from './inventory-rows';
import { renderInventoryDiff } from './render-diff';

const row = (slug: string, title: string, uuid: string, query?: string): FoundRow => ({
  slug,
  title,
  panel_uuid: uuid,
  ...(query === undefined ? {} : { query_uuid: query }),
});

describe('compareInventories', () => {
  it('finds nothing between the same rows in another order', () => {
    const rows = [row('a', 'x', '1'), row('b', 'y', '2')];
    expect(inventoriesDiffer(compareInventories(rows, [...rows].reverse()))).toBe(false);
  });

  it('lists added and removed panels in slug order', () => {
    const diff = compareInventories([row('b', 'x', '1')], [row('c', 'y', '2'), row('a', 'z', '3')]);
    expect(diff).toEqual({
      added: [row('a', 'z', '3'), row('c', 'y', '2')],
      removed: [row('b', 'x', '1')],
      renamed: [],
    });
  });

  it('takes the same panel_uuid under another title for a rename', () => {
    expect(compareInventories([row('a', 'Old', '1')], [row('a', 'New', '1')])).toEqual({
      added: [],
      removed: [],
      renamed: [{ slug: 'a', panel_uuid: '1', old_title: 'Old', new_title: 'New' }],
    });
  });

  it('takes the same query_uuid for a rename if both have one', () => {
    const { renamed } = compareInventories(
      [row('a', 'Old', '1', 'q')],
      [row('a', 'New', '2', 'q')],
    );
    expect(renamed).toEqual([{ slug: 'a', panel_uuid: '2', old_title: 'Old', new_title: 'New' }]);
  });

  it('does not guess a rename if one side lacks query_uuid', () => {
    const diff = compareInventories([row('a', 'Old', '1')], [row('a', 'New', '2', 'q')]);
    expect([diff.added.length, diff.removed.length, diff.renamed.length]).toEqual([1, 1, 0]);
  });

  it('pairs panels of the same queries by title first, then in order', () => {
    const before = [row('a', 'One', '1', 'q'), row('a', 'Two', '2', 'q')];
    const after = [
      row('a', 'Three', '3', 'q'),
      row('a', 'One', '4', 'q'),
      row('a', 'Four', '5', 'q'),
    ];
    const diff = compareInventories(before, after);
    expect(diff.renamed.map(({ old_title, new_title }) => `${old_title}>${new_title}`)).toEqual([
      'One>One',
      'Two>Three',
    ]);
    expect(diff.added).toEqual([row('a', 'Four', '5', 'q')]);
  });
});

describe('renderInventoryDiff', () => {
  it('groups by dashboard', () => {
    const diff = compareInventories(
      [row('a', 'Gone', '1'), row('b', 'Old', '2'), row('b', 'Unit', '4', 'q')],
      [row('a', 'New\nline', '3'), row('b', 'Renamed', '2'), row('b', 'Unit', '5', 'q')],
    );
    expect(renderInventoryDiff(diff)).toBe(
      'a: 1 added, 1 removed\n  - Gone\n  + New\\nline\n' +
        'b: 2 renamed\n  ~ Old -> Renamed\n  ~ Unit (other unit)\n' +
        '1 added, 1 removed, 2 renamed in 2 dashboards\n',
    );
  });

  it('cuts long lists with a count', () => {
    const panels = Array.from({ length: 14 }, (_, i) => row('a', `p${i}`, `${i}`));
    const lines = renderInventoryDiff(compareInventories([], panels)).split('\n');
    expect(lines.slice(10, 13)).toEqual(['  + p9', '  + … and 4 more', '14 added in 1 dashboard']);
  });

  it('cuts many dashboards with a count', () => {
    const panels = Array.from({ length: 30 }, (_, i) => row(`s${10 + i}`, 'p', `${i}`));
    expect(renderInventoryDiff(compareInventories(panels, []))).toContain(
      '… and 5 more dashboards\n30 removed in 30 dashboards\n',
    );
  });
});
