import { stableJson } from '@g6/generation';
import { sampleDashboard } from '@g6/generation/testing';
import { compareDashboards } from './compare-dashboards';
import { driftTokens } from './drift';

const generated = stableJson(
  sampleDashboard({
    metrics: [
      { name: 'a_total', type: 'counter', labels: ['bus'] },
      { name: 'b', type: 'gauge', alerts: [{ alert: 'A', expr: 'b > 1' }] },
    ],
    efficiency: [{ title: 'E', requires: ['b'], queries: [{ expr: 'b' }, { expr: 'b + 1' }] }],
  }),
);

/** A dashboard as anybody may have left it. */
interface Loose {
  [key: string]: unknown;
  panels: LoosePanel[];
  g6_meta: Record<string, unknown>;
}
interface LoosePanel {
  [key: string]: unknown;
  title: string;
  type: string;
  gridPos: Record<string, number>;
  targets: Record<string, unknown>[];
  fieldConfig: { defaults: Record<string, unknown> };
}

/** The tokens after an edit by hand. */
function tokensAfter(edit: (dashboard: Loose) => unknown): string[] {
  const dashboard = JSON.parse(generated) as Loose;
  edit(dashboard);
  return tokensOf(stableJson(dashboard));
}

function tokensOf(found: string | undefined): string[] {
  return driftTokens([compareDashboards('s', generated, found)]);
}

function titled(dashboard: Loose, title: string): LoosePanel {
  return dashboard.panels.find((panel) => panel.title === title) as LoosePanel;
}

const RATE = 'a_total Rate (5m auto)';
const ROW = 'Efficiency & Latency Diagnostics';

describe('compareDashboards', () => {
  it('finds no drift in what was just generated', () => {
    expect(tokensOf(generated)).toEqual([]);
  });

  it('finds no drift in other spaces, line ends or an other order of keys', () => {
    expect(tokensOf(JSON.stringify(JSON.parse(generated)))).toEqual([]);
    expect(tokensOf(generated.replaceAll('\n', '\r\n'))).toEqual([]);
    const { panels, ...rest } = JSON.parse(generated) as Loose;
    expect(tokensOf(JSON.stringify({ panels, ...rest }))).toEqual([]);
  });

  it('reports a missing file', () => {
    expect(tokensOf(undefined)).toEqual(['missing:s']);
  });

  it.each([
    ['nothing', ''],
    ['half a file', generated.slice(0, 500)],
    ['a conflict', `<<<<<<< ours\n${generated}`],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"panels"'],
    ['no panels', '{"title": "T"}'],
    ['panels that are no list', '{"panels": {}}'],
    ['a panel that is null', '{"panels": [null]}'],
    ['a panel that is a list', '{"panels": [[]]}'],
    ['a bad panel in a row', '{"panels": [{"type": "row", "panels": [1]}]}'],
    ['endless nesting', `{"panels": [], "x": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`],
  ])('reports an unreadable file: %s', (_, found) => {
    expect(tokensOf(found)).toEqual(['unreadable:s']);
  });

  describe('is no drift', () => {
    it.each<[string, (dashboard: Loose) => unknown]>([
      ['a panel moved', (d) => (titled(d, RATE).gridPos = { x: 3, y: 99, w: 1, h: 2 })],
      ['panels reordered', (d) => d.panels.reverse()],
      [
        'a row collapsed, as Grafana does it',
        (d) => {
          const at = d.panels.findIndex(({ type }) => type === 'row');
          const row = d.panels[at] as LoosePanel;
          row['panels'] = d.panels.splice(at + 1);
          row['collapsed'] = true;
        },
      ],
      [
        'rows collapsed in rows',
        (d) => {
          const [first, ...others] = d.panels;
          const row = others.find(({ type }) => type === 'row') as LoosePanel;
          row['panels'] = [first, ...others.filter((panel) => panel !== row)];
          d.panels = [row];
        },
      ],
      ['metadata of the dashboard edited', (d) => (d.g6_meta['families'] = ['z'])],
      ['metadata added', (d) => (d.g6_meta['note'] = 'seen')],
      ['metadata of a panel edited', (d) => (titled(d, RATE)['g6_meta'] = { panel_uuid: '' })],
      ['metadata of a panel removed', (d) => delete titled(d, RATE)['g6_meta']],
    ])('%s', (_, edit) => {
      expect(tokensAfter(edit)).toEqual([]);
    });
  });

  describe('reports metadata that claims another identity', () => {
    it.each(['panel_uuid', 'metric', 'source'])('in %s', (key) => {
      const edit = (d: Parameters<Parameters<typeof tokensAfter>[0]>[0]) => {
        const meta = titled(d, RATE)['g6_meta'] as Record<string, unknown>;
        meta[key] = 'other';
      };
      expect(tokensAfter(edit)).toEqual([expect.stringMatching(/^edited:/)]);
    });
  });

  describe('reports another spec', () => {
    it.each<[string, (dashboard: Loose) => unknown]>([
      ['by its hash', (d) => (d.g6_meta['spec_hash'] = '0000000000000000')],
      ['by no hash', (d) => delete d.g6_meta['spec_hash']],
      ['by a hash that is no text', (d) => (d.g6_meta['spec_hash'] = 1)],
      ['by no metadata', (d) => delete (d as Partial<Loose>).g6_meta],
    ])('%s', (_, edit) => {
      expect(tokensAfter(edit)).toEqual(['hash:s']);
    });
  });

  describe('reports a panel with the same title and', () => {
    it.each<[string, (panel: LoosePanel) => unknown]>([
      ['another query', ({ targets }) => (targets[0]!['expr'] = 'up')],
      ['one query more', ({ targets }) => targets.push({ refId: 'B', expr: 'up' })],
      ['no queries', (panel) => delete (panel as Partial<LoosePanel>).targets],
      ['queries that are no list', (panel) => ((panel as Record<string, unknown>)['targets'] = {})],
      ['another type', (panel) => (panel.type = 'stat')],
      ['another unit', ({ fieldConfig }) => (fieldConfig.defaults['unit'] = 'ms')],
      ['no unit', ({ fieldConfig }) => delete fieldConfig.defaults['unit']],
      ['another datasource', (panel) => (panel['datasource'] = { type: 'loki' })],
      ['a datasource that is a text', (panel) => (panel['datasource'] = 'prometheus')],
    ])('%s as changed', (_, edit) => {
      expect(tokensAfter((d) => edit(titled(d, RATE)))).toEqual(['changed:s:1']);
    });
  });

  it('reports panels that generation would add and remove', () => {
    expect(tokensAfter((d) => d.panels.shift())).toEqual(['added:s:1']);
    expect(tokensAfter((d) => d.panels.push({ ...d.panels[0]!, title: 'By hand' }))).toEqual([
      'removed:s:1',
    ]);
    expect(tokensAfter((d) => (titled(d, RATE).title = 'Renamed'))).toEqual([
      'added:s:1',
      'removed:s:1',
    ]);
    expect(tokensAfter((d) => (d.panels = []))).toEqual(['added:s:6']);
  });

  it('looks into collapsed rows', () => {
    const edit = (d: Loose) => {
      const row = titled(d, ROW);
      const [inner] = d.panels.splice(d.panels.indexOf(row) + 1) as [LoosePanel];
      row['panels'] = [{ ...inner, targets: [] }];
    };
    expect(tokensAfter(edit)).toEqual(['changed:s:1']);
  });

  it('counts a panel that stands twice', () => {
    expect(tokensAfter((d) => d.panels.push(titled(d, RATE)))).toEqual(['removed:s:1']);
    const twice = (d: Loose) => d.panels.push({ ...titled(d, RATE), type: 'stat' });
    expect(tokensAfter(twice)).toEqual(['removed:s:1']);
  });

  it('pairs panels with the same title one to one', () => {
    const drift = compareDashboards(
      's',
      JSON.stringify({
        panels: [
          { title: 'T', type: 'a' },
          { title: 'T', type: 'b' },
        ],
      }),
      JSON.stringify({
        panels: [
          { title: 'T', type: 'c' },
          { title: 'U', type: 'b' },
        ],
      }),
    );
    expect(drift).toMatchObject({ changed: ['T'], added: ['T'], removed: ['U'] });
  });

  describe('reports an edit that no other token reports', () => {
    it.each<[string, (dashboard: Loose) => unknown]>([
      ['thresholds', (d) => (titled(d, RATE).fieldConfig.defaults['thresholds'] = {})],
      ['a description', (d) => (titled(d, RATE)['description'] = 'By hand')],
      ['the id of a panel', (d) => (titled(d, RATE)['id'] = 1)],
      ['a legend', (d) => (titled(d, RATE).targets[0]!['legendFormat'] = 'By hand')],
      ['a hidden query', (d) => (titled(d, RATE).targets[0]!['hide'] = true)],
      ['the order of queries', (d) => titled(d, 'E').targets.reverse()],
      ['refresh', (d) => (d['refresh'] = '1s')],
      ['a tag', (d) => (d['tags'] as string[]).push('mine')],
      ['a variable', (d) => (d['templating'] = { list: [] })],
      ['a field removed', (d) => delete d['editable']],
      ['a field added', (d) => (d['version'] = 3)],
    ])('%s', (_, edit) => {
      expect(tokensAfter(edit)).toEqual(['edited:s']);
    });

    it('and stays silent if another token reports the dashboard', () => {
      const both = (d: Loose) => {
        d['refresh'] = '1s';
        titled(d, RATE).type = 'stat';
      };
      expect(tokensAfter(both)).toEqual(['changed:s:1']);
    });
  });
});
