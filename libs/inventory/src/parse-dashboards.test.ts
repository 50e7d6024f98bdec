import { parseDashboards } from './parse-dashboards';

const parse = (text: string) => parseDashboards([{ slug: 'a', path: 'out/a.json', text }]);

describe('parseDashboards', () => {
  it('reads a generated dashboard', () => {
    const { dashboards, problems } = parse('{"panels": [], "g6_meta": {}}');
    expect(problems).toEqual([]);
    expect(dashboards.map(({ slug }) => slug)).toEqual(['a']);
  });

  it.each(['', '{"panels": [', '[]', '{"title": "x"}'])('reports %j as unreadable', (text) => {
    const { dashboards, problems } = parse(text);
    expect(dashboards).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'out/a.json', code: 'dashboard-unreadable', severity: 'error' },
    ]);
  });

  it('leaves a dashboard of other origin out, and says so', () => {
    const { dashboards, problems } = parse('{"panels": []}');
    expect(dashboards).toEqual([]);
    expect(problems).toMatchObject([{ code: 'dashboard-foreign', severity: 'warning' }]);
  });
});
