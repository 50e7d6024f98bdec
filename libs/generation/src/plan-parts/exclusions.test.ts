import { sampleDashboard } from '../../testing/sample-dashboard';

const metrics = [
  {
    name: 'a_total',
    type: 'counter',
    labels: ['bus'],
    panels: [{ title: 'A', promql: 'a_total' }],
  },
  { name: 'b', type: 'gauge' },
];

function panels(...exclude: object[]) {
  return sampleDashboard({ metrics, plan: { exclude } }).panels;
}

function titles(...exclude: object[]): string[] {
  return panels(...exclude).map(({ title }) => title ?? '');
}

const ALL = titles();
const without = (...names: string[]) => ALL.filter((title) => !names.includes(title));

describe('the exclusions of a plan', () => {
  it('leave out automatic panels by metric, source and title', () => {
    const ofA = ALL.filter((title) => title.startsWith('a_total '));
    expect(ofA.length).toBeGreaterThan(1);
    expect(titles({ metric: 'a_total' })).toEqual(without(...ofA));
    expect(titles({ source: 'auto_rate' })).toEqual(without('a_total Rate (5m auto)'));
    expect(titles({ title: 'a_total Rate (5m auto)' })).toEqual(without('a_total Rate (5m auto)'));
  });

  it('must fit in all that they give', () => {
    expect(titles({ metric: 'b', title: 'a_total Rate (5m auto)' })).toEqual(ALL);
  });

  it('leave out the panel of a panel_uuid', () => {
    const last = panels().at(-1);
    expect(titles({ panel_uuid: last?.g6_meta.panel_uuid })).toEqual(without(last?.title ?? ''));
  });

  it('leave explicit panels in', () => {
    expect(titles({ title: 'A' })).toEqual(ALL);
  });
});
