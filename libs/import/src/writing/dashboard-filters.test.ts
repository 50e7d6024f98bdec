import * as fc from 'fast-check';
import { isSameQuery } from '@g6/promql';
import {
  generated,
  importDashboards,
  panelsOf,
  type WrittenPanel,
  writtenPlans,
} from '../../testing/import-dashboard';

type Json = Readonly<Record<string, unknown>>;

const chosen = (name: string, query: string, more: Json = {}) => ({
  ...{ type: 'query', name, query, refresh: 2, sort: 1 },
  ...more,
});
const SEVERAL = { multi: true, includeAll: true, allValue: '.*' };
const LINE = chosen('line', 'label_values(bus_trips_total, line)', SEVERAL);

const panel = (title: string, ...exprs: string[]) => ({
  ...{ type: 'timeseries', title },
  targets: exprs.map((expr, at) => ({ refId: String.fromCharCode(65 + at), expr })),
});

const board = (list: readonly object[], panels: readonly object[], more: Json = {}) => ({
  ...{ title: 'Bus', schemaVersion: 39, templating: { list }, panels },
  ...more,
});

/** The plan of a dashboard, and the queries of what is generated from it. */
function imported(dashboard: Json) {
  const writing = importDashboards([dashboard]);
  const [plan] = writtenPlans(writing);
  const [json] = generated(writing);
  const queries = (json?.panels ?? []).flatMap((one) =>
    'targets' in one ? (one.targets ?? []).map(({ expr }) => String(expr)) : [],
  );
  const variables = (json?.templating?.list ?? []).filter(({ type }) => type !== 'datasource');
  return { plan: plan!, panels: panelsOf(plan!), queries, variables, problems: writing.problems };
}

const exprsOf = ({ promql, queries = [] }: WrittenPanel) =>
  promql === undefined ? queries.map((query) => query.promql) : [promql];

describe('variables that only filter', () => {
  it('become labels of the plan, and their matchers are injected again', () => {
    const expr = 'sum(rate(bus_trips_total{line=~"$line", type="night"}[5m]))';
    const { plan, panels, queries } = imported(board([LINE], [panel('Trips', expr)]));
    expect(plan.variables).toEqual(['line']);
    expect(plan.filters).toBeUndefined();
    expect(panels.map(exprsOf)).toEqual([['sum(rate(bus_trips_total{type="night"}[5m]))']]);
    expect(queries.map((query) => isSameQuery(query, expr))).toEqual([true]);
  });

  it.each([
    ['=', {}, { multi: false, all: false }, undefined],
    ['=~', {}, { multi: false, all: false }, { line: '=~$line' }],
    ['=~', { multi: true }, { all: false }, undefined],
    ['=~', { includeAll: true }, { multi: false, all_value: 'list' }, undefined],
    ['=', { multi: true }, { all: false }, { line: '=$line' }],
  ])('keep the operator %s of a variable with %j', (operator, more, entry, filters) => {
    const variable = chosen('line', 'label_values(bus_trips_total, line)', more);
    const expr = `bus_trips_total{line${operator}"$line"}`;
    const { plan, panels, queries } = imported(board([variable], [panel('Trips', expr)]));
    expect(plan.variables).toEqual([{ label: 'line', ...entry }]);
    expect(plan.filters).toEqual(filters);
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
    expect(queries.map((query) => isSameQuery(query, expr))).toEqual([true]);
  });

  it.each(['$line', '${line}', '[[line]]'])('are recognized as %s', (reference) => {
    const { panels } = imported(
      board([LINE], [panel('Trips', `bus_trips_total{line=~"${reference}"}`)]),
    );
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
  });

  it('keep the query for their values if the plan would ask another', () => {
    const query = 'label_values(bus_trips_total{type="night"}, line)';
    const { plan, variables } = imported(
      board([chosen('line', query, SEVERAL)], [panel('Trips', 'bus_trips_total{line=~"$line"}')]),
    );
    expect(plan.variables).toEqual([{ label: 'line', query }]);
    expect(variables).toMatchObject([{ name: 'line', query }]);
  });

  it('may be chained', () => {
    const zone = chosen('zone', 'label_values(bus_trips_total, zone)', SEVERAL);
    const query = 'label_values(bus_trips_total{zone=~"$zone"}, line)';
    const line = chosen('line', query, SEVERAL);
    const expr = 'bus_trips_total{zone=~"$zone", line=~"$line"}';
    const { plan, panels, variables } = imported(board([zone, line], [panel('Trips', expr)]));
    expect(plan.variables).toEqual(['zone', 'line']);
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
    expect(variables.map((variable) => variable.query)).toEqual([
      'label_values(bus_trips_total, zone)',
      query,
    ]);
  });

  it('may have another name than their label', () => {
    const variable = chosen('bus', 'label_values(bus_trips_total, line)', SEVERAL);
    const { plan, panels } = imported(
      board([variable], [panel('Trips', 'bus_trips_total{line=~"$bus"}')]),
    );
    expect(plan.variables).toEqual([{ label: 'line', name: 'bus' }]);
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
  });

  it('may be used elsewhere too: in titles, legends and repeats', () => {
    const repeated = {
      ...panel('Trips of $line', 'bus_trips_total{line=~"$line"}'),
      repeat: 'line',
    };
    const targets = repeated.targets.map((target) => ({ ...target, legendFormat: '$line' }));
    const { plan, panels } = imported(board([LINE], [{ ...repeated, targets }]));
    expect(plan.variables).toEqual(['line']);
    expect(panels).toMatchObject([
      { title: 'Trips of $line', promql: 'bus_trips_total', legend: '$line', repeat: 'line' },
    ]);
  });
});

describe('variables that do other things', () => {
  it.each([
    ['a negation', 'bus_trips_total{line!~"$line"}'],
    ['a grouping', 'sum by ($line) (bus_trips_total)'],
    ['a selector without a name', '{__name__=~"bus_.*", line=~"$line"}'],
    ['a series of which nothing is known', 'line:bus_trips:rate5m{line=~"$line"}'],
  ])('stay what they are: %s', (_, expr) => {
    const { plan, panels, queries } = imported(board([LINE], [panel('Trips', expr)]));
    expect(plan.variables).toMatchObject([{ name: 'line', query: LINE.query }]);
    expect(plan.filters).toBeUndefined();
    expect(panels.map(exprsOf)).toEqual([[expr]]);
    expect(queries).toEqual([expr]);
  });

  it('filter by what a matcher says, if it is more than the value', () => {
    const expr = 'bus_trips_total{line=~"$line|"}';
    const { plan, panels, queries } = imported(board([LINE], [panel('Trips', expr)]));
    expect(plan.variables).toMatchObject([{ name: 'line' }]);
    expect(plan.filters).toEqual({ line: '$line|' });
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
    expect(queries).toEqual([expr]);
  });

  it('filter by values that are listed', () => {
    const variable = { type: 'custom', name: 'line', query: '1,2', multi: true };
    const { plan, panels } = imported(
      board([variable], [panel('Trips', 'bus_trips_total{line=~"$line"}')]),
    );
    expect(plan.filters).toEqual({ line: '$line' });
    expect(panels.map(exprsOf)).toEqual([['bus_trips_total']]);
  });
});

describe('panels that a filter does not fit', () => {
  const filtered = ['a', 'b', 'c'].map((name) =>
    panel(name, `sum by (${name}) (bus_trips_total{line=~"$line"})`),
  );

  it('opt out, with their queries as they are', () => {
    const exprs = ['bus_trips_total{line=~"$line"}', 'sum(bus_trips_total)'];
    const { plan, panels, queries } = imported(
      board([LINE], [...filtered, panel('Share', ...exprs)]),
    );
    expect(plan.variables).toEqual(['line']);
    expect(panels.map(({ filters }) => filters)).toEqual([undefined, undefined, undefined, false]);
    expect(panels.slice(-1).map(exprsOf)).toEqual([exprs]);
    expect(queries.slice(-2)).toEqual(exprs);
  });

  it('are few, or else nothing is filtered', () => {
    const whole = ['d', 'e', 'f'].map((name) => panel(name, `max by (${name}) (bus_trips_total)`));
    const { plan, panels } = imported(board([LINE], [...filtered, ...whole]));
    expect(plan.variables).toMatchObject([{ name: 'line', query: LINE.query }]);
    expect(panels.every(({ filters }) => filters === undefined)).toBe(true);
  });

  it('keep a matcher beside another one on its label', () => {
    const expr = 'bus_trips_total{line=~"1.*", line=~"$line"}';
    const { panels, queries } = imported(board([LINE], [...filtered, panel('Ones', expr)]));
    expect(panels.slice(-1)).toMatchObject([{ promql: expr }]);
    expect(panels.at(-1)?.filters).toBeUndefined();
    expect(queries.at(-1)).toBe(expr);
  });

  it('do not keep annotations from being as they are', () => {
    const annotations = { list: [{ name: 'Reset', expr: 'resets(bus_trips_total[5m]) > 0' }] };
    const { plan } = imported(board([LINE], filtered, { annotations }));
    expect(plan.variables).toMatchObject([{ name: 'line', query: LINE.query }]);
    expect(plan['annotations']).toMatchObject([{ promql: 'resets(bus_trips_total[5m]) > 0' }]);
  });
});

it('gives back every query, whatever its matchers', () => {
  const matcher = fc
    .tuple(
      fc.constantFrom('line', 'zone', 'job', 'type'),
      fc.constantFrom('=', '=~', '!=', '!~'),
      fc.constantFrom('$line', '${zone}', '[[line]]', '$zone|', 'a', '$line.*'),
    )
    .map(([label, operator, value]) => `${label}${operator}"${value}"`);
  const selector = fc
    .tuple(
      fc.constantFrom('bus_trips_total', 'bus_limit', 'a:b:c'),
      fc.array(matcher, { maxLength: 3 }),
    )
    .map(([name, matchers]) => `${name}{${matchers.join(', ')}}`);
  const expr = fc.oneof(
    selector,
    selector.map((one) => `sum by (line) (rate(${one}[5m]))`),
    fc.tuple(selector, selector).map(([left, right]) => `${left} / on (zone) ${right}`),
  );
  const single = chosen('zone', 'label_values(bus_trips_total, zone)');
  fc.assert(
    fc.property(
      fc.array(fc.array(expr, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
      (exprs) => {
        const panels = exprs.map((of, at) => panel(`Panel ${at}`, ...of));
        const { queries } = imported(board([LINE, single], panels));
        const wanted = exprs.flat();
        expect(queries).toHaveLength(wanted.length);
        wanted.forEach((one, at) => {
          expect([one, queries[at], isSameQuery(one, queries[at]!)]).toEqual([
            one,
            queries[at],
            true,
          ]);
        });
      },
    ),
    { numRuns: 50 },
  );
});
