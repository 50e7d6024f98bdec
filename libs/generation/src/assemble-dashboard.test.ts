import type { WrittenMetric } from '../testing/sample-context';
import { sampleDashboard } from '../testing/sample-dashboard';
import { checkPromQl, parsePromQl } from '@g6/promql';

const gauge = { name: 'x', type: 'gauge' };

function alerts(...names: string[]) {
  return [{ ...gauge, alerts: names.map((alert) => ({ alert, expr: 'x > 1' })) }];
}

describe('a dashboard', () => {
  it('has what provisioning needs and a plan leaves out', () => {
    const { panels, g6_meta, templating, annotations, links, ...rest } = sampleDashboard({
      metrics: [gauge],
    });
    expect([panels, templating, annotations, links, g6_meta]).toEqual(
      Array(5).fill(expect.anything()),
    );
    expect(rest).toEqual({
      uid: 'g6-sample',
      title: 'Sample',
      tags: ['g6', 'generated'],
      editable: false,
      graphTooltip: 1,
      timezone: 'browser',
      time: { from: 'now-6h', to: 'now' },
      timepicker: {},
      refresh: '30s',
      fiscalYearStartMonth: 0,
      schemaVersion: 42,
      preload: false,
    });
  });

  it('takes what its plan says', () => {
    const plan = {
      title: 'Größe',
      description: 'How big?',
      tags: ['size', 'g6'],
      time: { from: 'now-1h', to: 'now-5m' },
      refresh: '',
    };
    expect(sampleDashboard({ plan })).toMatchObject({
      title: 'Größe',
      description: 'How big?',
      tags: ['size', 'g6', 'generated'],
      time: { from: 'now-1h', to: 'now-5m' },
      refresh: '',
    });
  });

  it('lets the reader choose the datasource', () => {
    expect(sampleDashboard({}).templating?.list).toEqual([
      expect.objectContaining({
        type: 'datasource',
        name: 'datasource',
        label: 'Data source',
        query: 'prometheus',
        hide: 0,
      }),
    ]);
  });

  it('offers no choice where the datasource is fixed', () => {
    const dashboard = sampleDashboard({ metrics: alerts('A') }, { datasourceUid: 'abc' });
    expect(dashboard.templating).toEqual({ list: [] });
    expect(JSON.stringify(dashboard)).not.toContain('${datasource}');
  });

  it('links to its siblings by tag, keeping the time range', () => {
    expect(sampleDashboard({ plan: { tags: ['own'] } }).links).toEqual([
      expect.objectContaining({
        type: 'dashboards',
        asDropdown: true,
        keepTime: true,
        includeVars: true,
        tags: ['g6', 'generated'],
      }),
    ]);
  });

  it('takes another uid prefix and other tags', () => {
    expect(sampleDashboard({}, { uidPrefix: 'team-', tags: ['team'] })).toMatchObject({
      uid: 'team-sample',
      tags: ['team'],
      links: [{ tags: ['team'] }],
    });
  });
});

describe('the annotations', () => {
  function annotations(metrics: WrittenMetric[]) {
    return sampleDashboard({ metrics }).annotations?.list ?? [];
  }

  it("are only Grafana's own without alerts", () => {
    expect(annotations([gauge])).toMatchObject([{ builtIn: 1 }]);
  });

  it('mark when the alerts of the dashboard fired', () => {
    const list = annotations(alerts('A', 'B', 'A'));
    expect(list).toHaveLength(2);
    expect(list[1]).toMatchObject({
      name: 'Alerts firing',
      datasource: { type: 'prometheus', uid: '${datasource}' },
      enable: true,
      expr: 'ALERTS{alertname=~"A|B", alertstate="firing"}',
      titleFormat: '{{alertname}}',
      textFormat: '{{severity}}',
    });
  });

  it('ask for exactly these names, whatever characters they hold', () => {
    const [, layer] = annotations(alerts('a.b|"c"\\d$', '日本'));
    const { expr } = layer as unknown as { expr: string };
    expect(checkPromQl(parsePromQl(expr))).toEqual([]);
    expect(expr).toBe(
      'ALERTS{alertname=~"a\\\\.b\\\\|\\"c\\"\\\\\\\\d\\\\$|日本", alertstate="firing"}',
    );
  });
});

describe('the metadata of a dashboard', () => {
  it('tells what it was made of', () => {
    const plan = { description: 'How big?' };
    expect(sampleDashboard({ metrics: alerts('A', 'B'), plan }).g6_meta).toEqual({
      spec_hash: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      families: ['sample'],
      placeholder_panels: true,
      description: 'How big?',
      enriched: true,
      alerts_panel: true,
      alerts_count: 2,
      generator_version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
      truncated_panels: 0,
    });
  });

  it('says that there are no alerts and no description', () => {
    expect(sampleDashboard({ metrics: [gauge] }).g6_meta).toMatchObject({
      description: '',
      alerts_panel: false,
      alerts_count: 0,
    });
  });

  it.each([
    ['no panel at all', {}, true],
    ['an automatic panel', gauge, true],
    ['an explicit panel', { ...gauge, panels: [{ promql: 'x' }] }, false],
    ['an explicit table', { ...gauge, panels: [{ promql: 'x', panel_type: 'table' }] }, true],
  ])('with %s says placeholder_panels %p', (_, metric, expected) => {
    const metrics = 'name' in metric ? [metric] : [];
    expect(sampleDashboard({ metrics }).g6_meta.placeholder_panels).toBe(expected);
  });

  it('tells the folder that the plan asks for', () => {
    expect(sampleDashboard({ plan: { folder: 'Ops' } }).g6_meta.folder).toBe('Ops');
  });
});
