import { dashboardFacts } from './dashboard-facts';

const panel = {
  type: 'timeseries',
  title: 'Load',
  targets: [{ expr: 'x{b="1", a="2"}' }],
  fieldConfig: { defaults: {}, overrides: [] },
};
const factsOf = (panels: readonly unknown[], rest: object = {}) =>
  dashboardFacts({ title: 'T', timezone: 'UTC', panels, ...rest }) as {
    readonly panels: readonly Readonly<Record<string, unknown>>[];
    readonly timezone: string;
  };
const withDefaults = (defaults: object) => ({ ...panel, fieldConfig: { defaults } });

describe('the facts of a dashboard', () => {
  it('name what Grafana takes for what is absent', () => {
    expect(factsOf([panel])).toMatchObject({
      timezone: 'utc',
      graphTooltip: 0,
      variables: [],
      panels: [
        {
          unit: 'none',
          stacking: 'none',
          fill: 0,
          legend: { displayMode: 'list', placement: 'bottom', calcs: [] },
          queries: [{ ref: 'A', expr: 'x{a="2",b="1"}', legend: '__auto', instant: false }],
        },
      ],
    });
  });

  it('place panels in the row above them', () => {
    const row = { type: 'row', title: 'Rest' };
    expect(factsOf([panel, row, panel]).panels.map((facts) => facts['row'])).toEqual([
      undefined,
      'Rest',
    ]);
  });

  it('take thresholds that mark no value for none', () => {
    const base = withDefaults({ thresholds: { steps: [{ color: 'green', value: null }] } });
    expect(factsOf([base])).toEqual(factsOf([panel]));
    const marked = withDefaults({
      thresholds: { steps: [{ color: 'green' }, { color: 'red', value: 1 }] },
    });
    expect(factsOf([marked]).panels[0]).toMatchObject({
      thresholds: {
        steps: [
          { color: 'green', value: null },
          { color: 'red', value: 1 },
        ],
      },
    });
  });

  it('leave out overrides that set nothing', () => {
    const matcher = { id: 'byName', options: 'a' };
    const overridden = (properties: readonly object[]) =>
      factsOf([{ ...panel, fieldConfig: { overrides: [{ matcher, properties }] } }]);
    expect(overridden([{ id: 'unit' }])).toEqual(factsOf([panel]));
    expect(overridden([{ id: 'unit', value: 's' }])).not.toEqual(factsOf([panel]));
  });

  it.each([
    [{ unit: 's' }],
    [{ min: 0 }],
    [{ max: 1 }],
    [{ custom: { stacking: { mode: 'normal' } } }],
    [{ custom: { fillOpacity: 10 } }],
    [{ custom: { thresholdsStyle: { mode: 'area' } } }],
  ])('differ by %j', (defaults) => {
    expect(factsOf([withDefaults(defaults)])).not.toEqual(factsOf([panel]));
  });

  it('have the query of a variable in either of its forms', () => {
    const list = (query: unknown) => ({
      templating: { list: [{ type: 'query', name: 'pod', query }] },
    });
    const text = 'label_values(up, pod)';
    expect(factsOf([], list({ query: text, refId: 'A' }))).toEqual(factsOf([], list(text)));
    expect(factsOf([], list(text))).toMatchObject({
      variables: [{ name: 'pod', query: 'label_values(up,pod)', multi: false, refresh: 0 }],
    });
  });
});
