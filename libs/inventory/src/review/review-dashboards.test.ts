import { decodeGenerated } from '@g6/dashboard-files';
import { reviewMarkdown } from './render-review';
import { reviewDashboards } from './review-dashboards';

interface Sketch {
  readonly uuid?: string;
  readonly id?: number;
  readonly title?: string;
  readonly expr?: string;
  readonly unit?: string;
  readonly type?: string;
  readonly steps?: readonly object[];
  readonly y?: number;
  readonly w?: number;
  readonly description?: string;
  readonly fill?: number;
}

function panel({ uuid = 'a', id = 1, title = 'A', expr = 'x', y = 0, w = 12, ...rest }: Sketch) {
  const { unit = 'short', type = 'timeseries', steps = [], description = '', fill = 1 } = rest;
  return {
    id,
    title,
    type,
    description,
    gridPos: { x: 0, y, w, h: 8 },
    targets: [{ expr, refId: 'A' }],
    fieldConfig: { defaults: { unit, thresholds: { steps }, custom: { fill } }, overrides: [] },
    g6_meta: { panel_uuid: uuid, query_uuid: `q${expr}`, source: 'spec' },
  };
}

function dashboards(panels: readonly Sketch[], title = 'Bus') {
  const text = JSON.stringify({
    title,
    uid: 'g6-bus',
    tags: [],
    panels: panels.map(panel),
    g6_meta: { spec_hash: '0', families: ['bus'], generator_version: '1.0.0' },
  });
  const { dashboards: decoded } = decodeGenerated([{ path: 'bus.json', text }], 'g6_meta');
  expect(decoded).toHaveLength(1);
  return decoded;
}

function changesOf(before: readonly Sketch[], after: readonly Sketch[]) {
  const [dashboard] = reviewDashboards(dashboards(before), dashboards(after));
  return (dashboard?.panels ?? []).map(({ kind, title, changes }) => [
    kind,
    title,
    ...changes.map(({ part }) => part),
  ]);
}

const B = { uuid: 'b', id: 2, title: 'B', expr: 'y', y: 8 };
const C = { uuid: 'c', id: 3, title: 'C', expr: 'z', y: 16 };

describe('a review of dashboards', () => {
  it('finds nothing where nothing changed', () => {
    expect(reviewDashboards(dashboards([{}, B]), dashboards([{}, B]))).toEqual([]);
  });

  it.each<[string, Sketch, (string | undefined)[]]>([
    ['another query', { uuid: 'n', id: 9, expr: 'x2' }, ['changed', 'A', 'query']],
    ['another unit', { uuid: 'n', id: 9, unit: 's' }, ['changed', 'A', 'unit']],
    ['another threshold', { steps: [{ value: 5, color: 'red' }] }, ['changed', 'A', 'thresholds']],
    ['another type', { uuid: 'n', id: 9, type: 'stat' }, ['changed', 'A', 'type']],
    ['another title', { uuid: 'n', id: 9, title: 'New' }, ['renamed', 'New', 'title']],
    ['another text', { description: 'Why.' }, ['changed', 'A', 'description']],
    ['another look', { fill: 9 }, ['changed', 'A', 'look']],
    ['another size', { w: 24 }, ['moved', 'A']],
    ['a stable id', { title: 'New', expr: 'x2' }, ['changed', 'New', 'query', 'title']],
  ])('recognises a panel with %s', (_, sketch, change) => {
    expect(changesOf([{}, B], [sketch, B])).toEqual([change]);
  });

  it('lists what came and went', () => {
    expect(changesOf([{}, B], [{}, C])).toEqual([
      ['removed', 'B'],
      ['added', 'C'],
    ]);
  });

  it('calls a panel moved that changed its place among the others, and none that made room', () => {
    const shifted = [{ ...C, y: 0 }, { y: 8 }, { ...B, y: 16 }];
    expect(changesOf([{}, B, C], shifted)).toEqual([['moved', 'C']]);
    const added = [{ ...C, y: 0 }, { y: 8 }, { ...B, y: 16 }];
    expect(changesOf([{}, B], added)).toEqual([['added', 'C']]);
  });

  it('reports dashboards that came and went', () => {
    const [added] = reviewDashboards([], dashboards([{}]));
    expect([added?.kind, added?.panels.map(({ kind }) => kind)]).toEqual(['added', ['added']]);
    expect(reviewDashboards(dashboards([{}]), [])[0]?.kind).toBe('removed');
  });

  it('renders what matters first, and queries as a difference', () => {
    const after = [
      { uuid: 'n', id: 9, expr: 'x2' },
      { ...B, unit: 's' },
      { ...C, title: 'C`<b>' },
    ];
    const review = reviewDashboards(dashboards([{}, B, C]), dashboards(after));
    expect(reviewMarkdown(review, '0123456789abcdef')).toMatchInlineSnapshot(`
     "### Dashboards since \`0123456789ab\`

     Panels: **2 changed**, **1 renamed** in 1 dashboard.

     **Look at these first**

     - \`A\` in \`bus\`: another query; it shows other values
     - \`B\` in \`bus\`: another unit from \`short\` to \`s\`; the same values read differently

     <details><summary><code>bus</code>: 3 panels</summary>

     - changed: \`A\`
       \`\`\`diff
       - x
       + x2
       \`\`\`
     - changed: \`B\`
       - unit: \`short\` → \`s\`
     - renamed: \`C\` → \`\`C\`<b>\`\`

     </details>
     "
    `);
    expect(reviewMarkdown([], '01')).toBe('### Dashboards since `01`\n\nNo dashboard changes.\n');
  });

  it('cuts long lists', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      uuid: `${i}`,
      id: i,
      title: `P${i}`,
      y: i,
    }));
    const text = reviewMarkdown(reviewDashboards(dashboards([]), dashboards(many)), '01');
    expect(text).toContain('Panels: **40 added** in 1 dashboard.');
    expect(text).toContain('… and 30 more panels');
  });
});
