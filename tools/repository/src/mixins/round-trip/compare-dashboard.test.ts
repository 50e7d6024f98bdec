import { compareDashboard, type Pair } from './compare-dashboard';

type Json = Readonly<Record<string, unknown>>;

const panel = (title: string, more: Json = {}) => ({
  ...{ type: 'timeseries', title, targets: [{ refId: 'A', expr: 'x{a="1", b="2"}' }] },
  ...more,
});
const board = (panels: readonly Json[], more: Json = {}) => ({ title: 'T', panels, ...more });
const compared = (original: Json, generated: Json | undefined, patched: Pair['patched'] = []) =>
  compareDashboard({ name: 'a.json', original, generated, patched });
const fieldsOf = (original: Json, generated: Json) =>
  compared(original, generated).differences.map(({ field }) => field);

describe('the comparison of a dashboard with its import', () => {
  it('finds the same panels, with and without a patch', () => {
    const original = board([panel('One'), panel('Two')]);
    const generated = board([
      panel('One', { targets: [{ refId: 'A', expr: 'x{b="2",a="1"}', legendFormat: '' }] }),
      panel('Two'),
    ]);
    expect(compared(original, generated, [false, true])).toMatchObject({
      ...{ panels: 2, same: 2, plain: 1, queries: 2, lost: [], differences: [] },
    });
  });

  it('names the panel, the field and both values of a difference', () => {
    const unit = (id: string) => ({ fieldConfig: { defaults: { unit: id } } });
    const { same, differences } = compared(
      board([panel('One', unit('s'))]),
      board([panel('One', unit('ms'))]),
      [false],
    );
    expect(same).toBe(0);
    expect(differences).toEqual([
      { dashboard: 'a.json', panel: 'One', field: 'unit', original: 's', imported: 'ms' },
    ]);
  });

  it.each([
    ['type', { type: 'stat' }],
    ['description', { description: 'More.' }],
    ['queries', { targets: [{ expr: 'x{a="1", b="2"}', legendFormat: '{{a}}' }] }],
    ['queries', { targets: [{ expr: 'x{a="1", b="2"}', instant: true }] }],
    ['unit', { fieldConfig: { defaults: { unit: 'short' } } }],
    ['thresholds', { fieldConfig: { defaults: { thresholds: steps(1) } } }],
    ['mappings', { fieldConfig: { defaults: { mappings: [mapping('none')] } } }],
    ['overrides', { fieldConfig: { overrides: [override('s')] } }],
    ['min', { fieldConfig: { defaults: { min: 0 } } }],
    ['max', { fieldConfig: { defaults: { max: 1 } } }],
    ['decimals', { fieldConfig: { defaults: { decimals: 1 } } }],
    ['stacking', { fieldConfig: { defaults: { custom: { stacking: { mode: 'normal' } } } } }],
    ['fill', { fieldConfig: { defaults: { custom: { fillOpacity: 10 } } } }],
    ['links', { links: [{ title: 'More', url: '/d/more' }] }],
    ['repeat', { repeat: 'bus' }],
    ['transformations', { transformations: [{ id: 'merge', options: {} }] }],
    ['legend', { options: { legend: { displayMode: 'table' } } }],
    ['tooltip', { options: { tooltip: { mode: 'multi' } } }],
    ['interval', { interval: '1m' }],
  ])('finds another %s', (field, more) => {
    expect(fieldsOf(board([panel('One')]), board([panel('One', more)]))).toContain(field);
    expect(fieldsOf(board([panel('One', more)]), board([panel('One', more)]))).toEqual([]);
  });

  it('finds the row of a panel, of any age', () => {
    const row = { type: 'row', title: 'More', collapsed: true, panels: [panel('One')] };
    const old = { title: 'More', collapse: true, showTitle: true, panels: [panel('One')] };
    expect(fieldsOf(board([row]), board([row]))).toEqual([]);
    expect(fieldsOf(board([], { rows: [old] }), board([row]))).toEqual([]);
    expect(fieldsOf(board([row]), board([panel('One')]))).toEqual(['row']);
    expect(fieldsOf(board([row]), board([{ ...row, collapsed: false }]))).toEqual(['row']);
  });

  it('finds panels that are missing, or in another order, and their queries', () => {
    const original = board([panel('One'), panel('Two')]);
    const { differences, lost } = compared(original, board([panel('Two'), panel('One')]));
    expect(differences).toMatchObject([{ panel: 'Two', field: 'panel', imported: undefined }]);
    expect(lost).toMatchObject([{ panel: 'Two', original: 'x{a="1", b="2"}' }]);
    expect(compared(original, undefined)).toMatchObject({ same: 0, lost: [{}, {}] });
  });

  it('does not call a query lost that no Prometheus takes', () => {
    const broken = panel('One', { targets: [{ expr: 'sum(' }] });
    const { lost, refused } = compared(board([broken]), board([]));
    expect(lost).toEqual([]);
    expect(refused).toMatchObject([{ original: 'sum(' }]);
  });

  it('sets panels aside that ask something other than Prometheus', () => {
    const logs = [
      panel('Logs', { datasource: { type: 'loki', uid: 'l' } }),
      panel('Mixed', { targets: [{ expr: '{}', datasource: { type: 'loki', uid: 'l' } }] }),
      panel('Chosen', { datasource: '${logs}' }),
    ];
    const templating = { list: [{ type: 'datasource', name: 'logs', query: 'loki' }] };
    const { panels, foreign } = compared(board([...logs, panel('One')], { templating }), board([]));
    expect(panels).toBe(1);
    expect(foreign).toEqual(['Logs', 'Mixed', 'Chosen']);
  });

  it('leaves out the copies that Grafana makes of repeated panels', () => {
    const copy = panel('One', { repeatIteration: 1, repeatPanelId: 2 });
    expect(compared(board([panel('One'), copy]), board([panel('One')])).panels).toBe(1);
  });

  it('compares variables', () => {
    const list = (...variables: readonly Json[]) => board([], { templating: { list: variables } });
    const bus = { type: 'query', name: 'bus', query: 'label_values(x{b="1", a="2"}, bus)' };
    const ours = { type: 'datasource', name: 'datasource' };
    const same = { ...bus, query: 'label_values(x{a="2",b="1"},bus)', label: 'bus', hide: 0 };
    expect(fieldsOf(list(bus), list(ours, same))).toEqual([]);
    expect(fieldsOf(list(bus), list(ours, { ...same, multi: true }))).toEqual(['variable bus']);
    expect(fieldsOf(list(bus), list(ours))).toEqual(['variable bus']);
    const literal = { type: 'constant', name: 'Bus', query: '$Bus' };
    expect(fieldsOf(list(bus), list(same, literal))).toEqual([]);
  });
});

function steps(value: number): Json {
  return {
    steps: [
      { color: 'green', value: null },
      { color: 'red', value },
    ],
  };
}

function mapping(text: string): Json {
  return { type: 'value', options: { 0: { text, index: 0 } } };
}

function override(unit: string): Json {
  return { matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'unit', value: unit }] };
}
