import { type Json, useLive } from '../../testing/grafana';

const SPEC = `# What the buses tell.
version: 1
families:
  bus:
    metrics:
      - name: bus_events_total
        type: counter
        help: Events of a bus.
        labels: [bus]
        panels:
          # The first thing to look at.
          - title: Events # not too long
            promql: sum by (bus) (rate(bus_events_total[5m])) # five minutes
            unit: reqps
            thresholds: {warning: 5, critical: 9} # agreed with the team
          - {title: All Events, promql: sum(bus_events_total), panel_type: stat}
          - title: Two
            queries:
              - {promql: bus_events_total, legend: one}
              - promql: |
                  bus_events_total
                  * 2
            thresholds:
              - {color: green}
              - {color: red, value: 3}
`;
const PLAN = `slug: bus # the buses
title: Buses
families: [bus]
variables: [bus] # by bus
panels:
  - title: Share # of all
    promql: 100 * bus_events_total / 7
`;

type Panel = Json & {
  title: string;
  description?: string;
  targets: { expr: string; legendFormat: string; hide?: boolean }[];
  fieldConfig: { defaults: Json & { thresholds: { steps: Json[] } } };
  options: Json;
};

describe('pull', () => {
  const { workspace, grafana } = useLive({}, SPEC);
  const run = (command: string, ...more: string[]) => workspace().run(command, grafana(), more);

  beforeEach(async () => {
    workspace().unplan('sse');
    workspace().write('plans/bus/plan.yaml', PLAN);
    expect(await run('push')).toMatchObject({ status: 0 });
  });

  /** Edits a panel of the dashboard as somebody does in Grafana's page. */
  function edit(title: string, change: (panel: Panel) => void): void {
    grafana().edit('g6-bus', (spec) => {
      const panel = (spec['panels'] as Panel[]).find((one) => one.title === title);
      if (!panel) throw new Error(`there is no panel ${title}`);
      change(panel);
      return undefined;
    });
  }

  /** Pulls, and proves that generation gives what Grafana has. */
  async function pulled(): Promise<{ spec: string; plan: string; stdout: string }> {
    const { status, stdout, stderr } = await run('pull');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).not.toContain('[pull-left]');
    const left = JSON.parse((await run('diff', '--json')).stdout) as {
      dashboards: { slug: string; differences: string[] }[];
    };
    expect(left.dashboards.flatMap(({ differences }) => differences)).toEqual([]);
    return {
      spec: workspace().read('spec.yml'),
      plan: workspace().read('plans/bus/plan.yaml'),
      stdout,
    };
  }

  it.each<[string, string, (panel: Panel) => void, string | RegExp, string]>([
    [
      'a title',
      'Events',
      (panel) => (panel.title = 'Events: all'),
      'title: Events #',
      'title: "Events: all" #',
    ],
    [
      'a unit',
      'Events',
      ({ fieldConfig }) => (fieldConfig.defaults['unit'] = 'ops'),
      'unit: reqps',
      'unit: ops',
    ],
    [
      'a query, without the filters of the dashboard',
      'Events',
      ({ targets }) => (targets[0]!.expr = targets[0]!.expr.replace('[5m]', '[10m]')),
      '[5m])) # five',
      '[10m])) # five',
    ],
    [
      'a threshold',
      'Events',
      ({ fieldConfig }) => (fieldConfig.defaults.thresholds.steps[1]!['value'] = 6),
      'warning: 5,',
      'warning: 6,',
    ],
    [
      'a step in a list of thresholds',
      'Two',
      ({ fieldConfig }) => (fieldConfig.defaults.thresholds.steps[1]!['value'] = 4),
      'value: 3}',
      'value: 4}',
    ],
    [
      'a query over lines',
      'Two',
      ({ targets }) => (targets[1]!.expr = targets[1]!.expr.replace('* 2', '* 3')),
      '* 2\n',
      '* 3\n',
    ],
    [
      'a legend',
      'Two',
      ({ targets }) => (targets[0]!.legendFormat = 'first'),
      'legend: one',
      'legend: first',
    ],
    [
      'a title in braces',
      'All Events',
      (panel) => (panel.title = 'Every, event'),
      /\{title: All Events,(.*)\}/,
      // The legend of a single series follows the title, and stayed in Grafana.
      '{title: "Every, event",$1, legend: All Events}',
    ],
  ])(
    'brings back %s of a panel of the spec, and nothing else',
    async (_what, title, change, from, to) => {
      edit(title, change);
      const { spec, plan } = await pulled();
      expect(spec).toBe(SPEC.replace(from, to));
      expect(plan).toBe(PLAN);
    },
  );

  it('brings back a description that was not written', async () => {
    edit('Events', (panel) => (panel.description = 'How many?'));
    edit('All Events', (panel) => (panel.description = 'In all'));
    const { spec, stdout } = await pulled();
    expect(spec).toContain('# agreed with the team\n            description: How many?\n');
    expect(spec).toContain('panel_type: stat, description: In all}');
    expect(stdout).toMatch(/spec\.yml:16:26: description, bus\n/);
  });

  it.each<[string, (panel: Panel) => void, string, string]>([
    ['a title', (panel) => (panel.title = 'Part'), 'title: Share #', 'title: Part #'],
    [
      'a query',
      ({ targets }) => (targets[0]!.expr = targets[0]!.expr.replace('/ 7', '/ 8')),
      '/ 7',
      '/ 8',
    ],
    [
      'a unit',
      ({ fieldConfig }) => (fieldConfig.defaults['unit'] = 'percent'),
      '/ 7\n',
      '/ 7\n    unit: percent\n',
    ],
    [
      'a description',
      (panel) => (panel.description = 'Of seven'),
      '/ 7\n',
      '/ 7\n    description: Of seven\n',
    ],
  ])('brings back %s of a panel of the plan, and nothing else', async (_what, change, from, to) => {
    edit('Share', change);
    const { spec, plan } = await pulled();
    expect(plan).toBe(PLAN.replace(from, to));
    expect(spec).toBe(SPEC);
  });

  it('brings back thresholds that were not written', async () => {
    const steps = [
      { color: 'blue', value: null },
      { color: 'red', value: 2 },
    ];
    edit('Share', ({ fieldConfig }) => (fieldConfig.defaults.thresholds = { steps }));
    const { plan } = await pulled();
    expect(plan).toContain('thresholds:\n      steps:\n');
    expect(plan).toContain('color: blue');
  });

  it('brings back the title and the time of a dashboard', async () => {
    grafana().edit('g6-bus', (spec) => ({
      ...spec,
      title: 'All buses',
      time: { from: 'now-1h', to: 'now' },
    }));
    const { plan } = await pulled();
    expect(plan).toContain('title: All buses\n');
    expect(plan).toMatch(/time: \{from: now-1h, to: now\}|time:\n {2}from: now-1h\n {2}to: now\n/);
  });

  it('writes as a merge patch what has no key of its own', async () => {
    edit('Events', ({ options, fieldConfig }) => {
      options['legend'] = { displayMode: 'list', placement: 'right', showLegend: true, calcs: [] };
      (fieldConfig.defaults['custom'] as Json)['lineWidth'] = 3;
    });
    const { spec } = await pulled();
    expect(spec).toContain('grafana:');
    expect(spec).toContain('lineWidth: 3');
    expect(spec).toContain('# The first thing to look at.');
  });

  it('says what stays in Grafana: an automatic panel, one that came, one that moved', async () => {
    grafana().edit('g6-bus', (spec) => {
      const panels = spec['panels'] as (Panel & { gridPos: Json })[];
      panels.push({ ...structuredClone(panels[0]!), id: 5, title: 'New' });
      panels[1]!.gridPos = { ...panels[1]!.gridPos, y: 60 };
      for (const panel of panels) if (panel.title === 'Events') panel.title = 'Mine';
      return undefined;
    });
    const { status, stderr } = await run('pull');
    expect(status).toBe(6);
    expect(stderr).toContain(
      'bus: warning: this stays in Grafana alone: panel "New": only in Grafana',
    );
    expect(stderr).toMatch(/this stays in Grafana alone: panel ".*": gridPos/);
    expect(workspace().read('spec.yml')).toBe(SPEC.replace('title: Events #', 'title: Mine #'));
  });

  it('prints a diff on a dry run, writes nothing here, and never anything there', async () => {
    edit('Events', (panel) => (panel.title = 'Mine'));
    const writes = grafana().writing.length;
    const { status, stdout } = await run('pull', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('-          - title: Events # not too long\n');
    expect(stdout).toContain('+          - title: Mine # not too long\n');
    expect(workspace().read('spec.yml')).toBe(SPEC);
    expect(grafana().writing).toHaveLength(writes);
  });

  it('leaves alone what changed on both sides, until told', async () => {
    edit('Events', (panel) => (panel.title = 'Mine'));
    workspace().change('spec.yml', '* 2', '* 5');
    const left = await run('pull');
    expect(left.status).toBe(6);
    expect(left.stderr).toContain(
      'it was changed here and in Grafana, and is left alone [pull-left]',
    );
    expect(workspace().read('spec.yml')).toContain('title: Events #');
    await run('pull', '--overwrite', 'conflict');
    expect(workspace().read('spec.yml')).toContain('title: Mine #');
    expect(workspace().read('spec.yml')).toContain('* 2');
  });

  it('does nothing where nobody edited', async () => {
    workspace().change('spec.yml', 'title: Two', 'title: Both');
    const nothing = await run('pull');
    expect(nothing).toMatchObject({ status: 0, stdout: '' });
    expect(workspace().read('spec.yml')).toContain('title: Both');
  });

  it('is refused while the egress is frozen', async () => {
    const from = grafana().connections;
    const frozen = await workspace().run('pull', grafana(), [], { G6_EGRESS_FROZEN: '1' });
    expect(frozen).toMatchObject({ status: 11, stdout: '' });
    expect(grafana().connections).toBe(from);
  });
});
