import { sampleDashboard } from '@g6/generation/testing';
import {
  dashboardFileOf,
  decodeDashboard,
  decodeGenerated,
  encodeDashboard,
  isGenerated,
} from './codec';
import { dashboardFileName, slugOfFile } from './file-names';

const dashboard = sampleDashboard({
  metrics: [
    { name: 'a_total', type: 'counter', labels: ['bus'] },
    { name: 'b', type: 'gauge', alerts: [{ alert: 'A', expr: 'b > 1' }] },
  ],
  efficiency: [{ title: 'E', requires: ['b'], queries: [{ expr: 'b' }, { expr: 'b + 1' }] }],
});
const decode = (value: unknown) =>
  decodeDashboard({ path: 'out/a.json', text: JSON.stringify(value) });

describe('decodeDashboard', () => {
  it.each(['g6_meta', 'acme_meta'])('reads back what was encoded with metadata under %s', (key) => {
    const { name, text } = encodeDashboard('a', dashboard, key);
    const path = `out/${name}`;
    const { file, problems } = decodeDashboard({ path, text }, key);
    expect(problems).toEqual([]);
    expect(file).toEqual({ path, ...dashboardFileOf('a', dashboard) });
    expect(file?.panels.length).toBeGreaterThan(3);
  });

  it('reads every field of the model', () => {
    const panel = {
      title: 'P',
      type: 'stat',
      description: 'D',
      datasource: { type: 'prometheus', uid: 'main' },
      fieldConfig: { defaults: { unit: 's' } },
      gridPos: { x: 0, y: 1, w: 2, h: 3 },
      targets: [
        {
          refId: 'A',
          expr: 'up',
          legendFormat: '{{job}}',
          format: 'table',
          datasource: { type: 'loki', uid: 'logs' },
        },
      ],
      g6_meta: {
        panel_uuid: 'u',
        query_uuid: 'q',
        source: 's',
        metric: 'm',
        family: 'f',
        kind: '',
      },
    };
    const variable = { name: 'v', type: 'query', label: 'L', query: { query: 'q' }, refresh: 2 };
    const { gridPos, g6_meta: _meta, ...raw } = panel;
    const rest = { uid: 'g6-a', title: 'T', tags: ['g6'], editable: false };
    const templating = { list: [variable] };
    const meta = { spec_hash: 'h', families: ['f'] };
    expect(decode({ ...rest, templating, panels: [panel], g6_meta: meta }).file).toEqual({
      ...rest,
      slug: 'a',
      path: 'out/a.json',
      variables: [{ name: 'v', type: 'query', label: 'L', query: 'q', refresh: 2 }],
      panels: [
        {
          title: 'P',
          type: 'stat',
          description: 'D',
          unit: 's',
          datasource: { type: 'prometheus', uid: 'main' },
          queries: [
            {
              refId: 'A',
              expr: 'up',
              legend: '{{job}}',
              format: 'table',
              datasource: { type: 'loki', uid: 'logs' },
            },
          ],
          gridPos,
          meta: {
            panelUuid: 'u',
            queryUuid: 'q',
            source: 's',
            metric: 'm',
            family: 'f',
            kind: undefined,
          },
          raw,
        },
      ],
      meta: { specHash: 'h', families: ['f'] },
      raw: { ...rest, templating },
    });
  });

  it('takes fields of another type for missing', () => {
    const panel = { title: 1, datasource: 'prometheus', targets: {}, gridPos: { x: 0 } };
    const { file } = decode({ title: null, tags: 'g6', editable: 1, panels: [panel] });
    expect(file).toMatchObject({ title: undefined, tags: [], editable: undefined, variables: [] });
    expect(file?.meta).toBeUndefined();
    expect(file?.panels).toEqual([
      {
        title: undefined,
        type: '',
        description: undefined,
        unit: undefined,
        datasource: undefined,
        queries: [],
        gridPos: undefined,
        meta: undefined,
        raw: { title: 1, datasource: 'prometheus', targets: {} },
      },
    ]);
  });

  it('lists the panels of a collapsed row after it', () => {
    const panels = [
      { title: 'Row', type: 'row', collapsed: true, panels: [{ title: 'Inside' }] },
      { title: 'After' },
    ];
    const { file } = decode({ panels });
    expect(file?.panels.map(({ title }) => title)).toEqual(['Row', 'Inside', 'After']);
    expect(file?.panels[0]?.raw).toEqual({ title: 'Row', type: 'row' });
  });

  it('warns of a panel that is not an object, and reads the others', () => {
    const { file, problems } = decode({ panels: [null, { title: 'P' }] });
    expect(file?.panels.map(({ title }) => title)).toEqual(['P']);
    expect(problems).toMatchObject([
      {
        file: 'out/a.json',
        code: 'dashboard-unreadable',
        severity: 'warning',
        message: 'is damaged: a panel of it is not a JSON object',
      },
    ]);
  });

  it.each([
    ['', 'it is not JSON at line 1, column 1'],
    ['{\n  "a": }', 'it is not JSON at line 2, column 8'],
    ['[]', 'it is not a JSON object'],
    ['{"title": "x"}', 'it has no list of panels'],
    [
      `{"panels": [], "x": ${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
      'it is nested more than 200 levels deep',
    ],
  ])('refuses %.20s', (text, fault) => {
    const { file, problems } = decodeDashboard({ path: 'out/a.json', text });
    expect(file).toBeUndefined();
    expect(problems).toMatchObject([
      {
        file: 'out/a.json',
        code: 'dashboard-unreadable',
        severity: 'error',
        message: `is not a dashboard: ${fault}`,
      },
    ]);
  });

  it('refuses a file whose extension no format has', () => {
    const { problems } = decodeDashboard({ path: 'a.txt', text: '{"panels": []}' });
    expect(problems.map(({ message }) => message)).toEqual([
      'is not a dashboard: its name does not end in .json, .yaml or .yml',
    ]);
  });
});

describe('decodeGenerated', () => {
  const read = (text: string) => decodeGenerated([{ path: 'out/a.json', text }]);

  it('reads a generated dashboard', () => {
    const { dashboards, problems } = read('{"panels": [], "g6_meta": {}}');
    expect(problems).toEqual([]);
    expect(dashboards.map(({ slug }) => slug)).toEqual(['a']);
  });

  it.each(['', '{"panels": [', '[]', '{"title": "x"}'])('reports %j as unreadable', (text) => {
    const { dashboards, problems } = read(text);
    expect(dashboards).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'out/a.json', code: 'dashboard-unreadable', severity: 'error' },
    ]);
  });

  it('leaves a dashboard of other origin out, and says so', () => {
    const { dashboards, problems } = read('{"panels": []}');
    expect(dashboards).toEqual([]);
    expect(problems).toMatchObject([{ code: 'dashboard-foreign', severity: 'warning' }]);
  });
});

describe('isGenerated', () => {
  const takes = (text: string) => isGenerated({ path: 'a.json', text });

  it('takes a dashboard with our metadata', () => {
    expect(takes('{"g6_meta": {"spec_hash": "0123456789abcdef"}, "panels": []}')).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['another dashboard', '{"panels": [], "title": "By hand"}'],
    ['a mention of the key', '{"panels": [], "title": "\\"g6_meta\\""}'],
    ['the key further down', '{"panels": [{"g6_meta": {"spec_hash": "0"}}]}'],
    ['metadata of another kind', '{"g6_meta": {"spec_hash": 1}, "panels": []}'],
    ['metadata that is null', '{"g6_meta": null, "panels": []}'],
    ['a list', '["g6_meta"]'],
    ['a text', '"\\"g6_meta\\""'],
    ['no JSON', '{"g6_meta": {"spec_hash": "0"}, "panels": ['],
    ['no panels', '{"g6_meta": {"spec_hash": "0"}}'],
  ])('takes %s for foreign', (_, text) => {
    expect(takes(text)).toBe(false);
  });
});

describe('the name of a file', () => {
  it('holds the slug of its dashboard', () => {
    expect(dashboardFileName('bus_health')).toBe('bus_health.json');
    expect(slugOfFile('bus_health.json')).toBe('bus_health');
  });

  it.each(['manifest.json', 'notes.txt', 'json'])('%s is not that of a dashboard', (name) => {
    expect(slugOfFile(name)).toBeUndefined();
  });
});
