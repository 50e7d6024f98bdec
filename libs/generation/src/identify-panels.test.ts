import fc from 'fast-check';
import { assignIds, identifyPanels, signatureParts, takeFreeId } from './identify-panels';
import type { PanelDraft } from './panel-draft';
import { samplePanel } from '../testing/sample-panel';
import { identityOf, type PanelIdentity } from './signature';

function identity(naturalId: number, panelUuid: string): PanelIdentity {
  return { naturalId, panelUuid, queryUuid: panelUuid };
}

describe('assignIds', () => {
  it('keeps natural ids that differ', () => {
    expect(assignIds([identity(7, 'b'), identity(3, 'a')])).toEqual([7, 3]);
  });

  it('gives the later of two that collide the next free integer', () => {
    const ids = assignIds([identity(7, 'c'), identity(8, 'b'), identity(7, 'a')]);
    expect(ids).toEqual([9, 8, 7]);
  });

  it('never moves a panel whose own id is free', () => {
    // The third 7 would take 9, but that belongs to another.
    const same = [identity(7, 'a'), identity(7, 'b'), identity(7, 'c')];
    expect(assignIds([...same, identity(9, 'd')])).toEqual([7, 8, 10, 9]);
  });

  it('never gives 0, which Grafana replaces by a number of its own', () => {
    expect(assignIds([identity(0, 'a'), identity(1, 'b')])).toEqual([2, 1]);
  });

  it('starts again at 1 after the highest id of 32 bits', () => {
    const highest = 0xffffffff;
    expect(assignIds([identity(highest, 'a'), identity(highest, 'b'), identity(1, 'c')])).toEqual([
      highest,
      2,
      1,
    ]);
  });

  const identities = fc.uniqueArray(
    fc.record({
      naturalId: fc.oneof(fc.nat(5), fc.integer({ min: 0xfffffffd, max: 0xffffffff })),
      panelUuid: fc.stringMatching(/^[0-9a-f]{16}$/),
      queryUuid: fc.constant(''),
    }),
    { selector: ({ panelUuid }) => panelUuid, maxLength: 20 },
  );

  it('gives unique positive ids of 32 bits, whatever collides', () => {
    fc.assert(
      fc.property(identities, (panels) => {
        const ids = assignIds(panels);
        expect(new Set(ids).size).toBe(panels.length);
        expect(ids.every((id) => id > 0 && id <= 0xffffffff)).toBe(true);
      }),
    );
  });

  it('gives a panel the same id in whatever order the panels stand', () => {
    const shuffled = identities.chain((panels) =>
      fc.tuple(
        fc.constant(panels),
        fc.shuffledSubarray(panels, { minLength: panels.length, maxLength: panels.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([panels, turned]) => {
        const ids = assignIds(panels);
        const turnedIds = assignIds(turned);
        expect(turned.map((panel) => ids[panels.indexOf(panel)])).toEqual(turnedIds);
      }),
    );
  });
});

describe('takeFreeId', () => {
  it.each([
    [7, [], 7],
    [7, [6, 8], 7],
    [7, [7, 8], 9],
    [0xffffffff, [0xffffffff, 1], 2],
    [0, [], 1],
    [0, [1], 2],
  ])('turns %i into a free id beside %j: %i', (wanted, others, id) => {
    const taken = new Set(others);
    expect(takeFreeId(wanted, taken)).toBe(id);
    expect(taken).toEqual(new Set([...others, id]));
  });

  it('gives ids to several panels that want the same', () => {
    const taken = new Set<number>();
    expect([5, 5, 6].map((wanted) => takeFreeId(wanted, taken))).toEqual([5, 6, 7]);
  });
});

describe('identifyPanels', () => {
  const header = samplePanel('row', { title: 'Header', queries: [], unit: null });
  const wide = [samplePanel('table', { title: 'W' })];
  const core = [samplePanel('stat', { title: 'C' }), samplePanel('gauge', { title: 'D' })];
  const efficiency = [samplePanel('timeseries', { title: 'E' })];
  const titles = (panels: readonly PanelDraft[]) => panels.map(({ title }) => title);

  it('keeps the blocks, and identifies rows like all else', () => {
    const bare = { header: undefined, collapsed: false, panels: [...wide, ...core] };
    const below = { header, collapsed: true, panels: efficiency };
    const [first, second] = identifyPanels('slug', [bare, below]);
    expect(titles(first?.panels ?? [])).toEqual(['W', 'C', 'D']);
    expect(first).toMatchObject({ header: undefined, collapsed: false });
    expect(second).toMatchObject({
      header: { title: 'Header', ...identityOf('slug', signatureParts(header)) },
      collapsed: true,
    });
    expect(titles(second?.panels ?? [])).toEqual(['E']);
  });

  it('gives a panel the same identity in whatever block it stands', () => {
    const ids = (blocks: Parameters<typeof identifyPanels>[1]) =>
      identifyPanels('slug', blocks).flatMap(({ panels }) => panels.map(({ id }) => id));
    const bare = { header: undefined, collapsed: false, panels: [...core, ...efficiency] };
    const rows = [core, efficiency].map((panels) => ({ header, collapsed: true, panels }));
    expect(ids(rows)).toEqual(ids([bare]));
  });

  it('gives a panel without queries no datasource', () => {
    expect(signatureParts(header)).toEqual({
      datasourceType: null,
      exprs: [],
      title: 'Header',
      type: 'row',
      unit: null,
    });
    expect(signatureParts(core[0]!).datasourceType).toBe('prometheus');
  });

  it('looks at nothing but title, type, unit and queries', () => {
    const changed: PanelDraft = {
      ...core[0]!,
      source: 'auto_topk',
      description: 'Other',
      metric: 'm',
      family: 'f',
      kind: 'k',
      span: 24,
      height: 3,
      manySeries: true,
      range: { min: 0, max: 1 },
      queries: [{ expr: 'requests', legend: 'another' }],
    };
    expect(signatureParts(changed)).toEqual(signatureParts(core[0]!));
  });
});
