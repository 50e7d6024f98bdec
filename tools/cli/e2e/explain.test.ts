import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from './cli-process';

const SPEC = `version: 1
families:
  bus:
    metrics:
      - name: trips_total
        type: counter
        labels: [line]
        panels:
          - {title: Late Share, promql: 'bus:late:ratio', span: 12}
        alerts:
          - {alert: NoTrips, expr: 'rate(trips_total[5m]) == 0', summary: None}
      - {name: late_total, type: counter, auto: [auto_rate]}
      - {name: seats, type: gauge, auto: false}
      - name: wait_seconds
        type: histogram
        buckets: [1, 5]
        alerts:
          - {alert: Waiting, expr: 'wait_seconds:p95_5m > 5 and bus:late:ratio > 1', summary: Long}
    recording_rules:
      - {record: 'bus:late:ratio', expr: 'rate(late_total[5m]) / rate(trips_total[5m])'}
  tram:
    metrics:
      - {name: trams, type: gauge}
`;
const PLAN = `slug: buses
families: [bus]
variables:
  - line
  - {name: stop, query: 'label_values(wait_seconds_count, stop)'}
exclude:
  - {metric: trips_total, source: auto_label_split}
`;

describe('g6-dashboards explain', () => {
  let root = '';
  const run = async (...args: string[]) => runProcess(['explain', ...args], { cwd: root });
  const lines = async (...args: string[]) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return stdout.trimEnd().split('\n');
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-explain-'));
    for (const folder of ['spec', 'plans/buses']) {
      mkdirSync(join(root, 'dashboards', folder), { recursive: true });
    }
    writeFileSync(join(root, 'dashboards/spec/base.yml'), SPEC);
    writeFileSync(join(root, 'dashboards/plans/buses/plan.yaml'), PLAN);
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('says why a dashboard has each panel, where that is written, and what was left out', async () => {
    const printed = await lines('buses');
    expect(printed[0]).toBe(
      'dashboard buses: "Buses", profile classic, dashboards/plans/buses/plan.yaml:1:1',
    );
    const written = printed.indexOf('  Late Share');
    expect(printed.slice(written, written + 5)).toEqual([
      '  Late Share',
      '    spec: The spec writes this panel out.',
      '    from trips_total, dashboards/spec/base.yml:9:13',
      '    reads late_total',
      '    through bus:late:ratio',
    ]);
    const left = printed.indexOf(
      'left out: 2 automatic panels: 1 not wanted by "auto" of their metrics, 1 excluded by the plan',
    );
    expect(printed[left + 1]).toBe(
      '  seats (auto) (placeholder): "auto: false" of seats, dashboards/spec/base.yml:13:42',
    );
    expect(printed.at(-1)).toMatch(
      /^ {2}.*line.* \(auto_label_split\): excluded by the plan, dashboards\/plans\/buses\/plan\.yaml:7:5$/,
    );
  });

  it('says which limit left panels out, and how many there would be', async () => {
    writeFileSync(join(root, 'capped.yaml'), 'caps: { core: 2 }\n');
    const printed = await lines('buses', '--config', 'capped.yaml');
    expect(
      printed.some((line) => /^left out: \d+ .*: \d+ over the cap of core panels/.test(line)),
    ).toBe(true);
    expect(
      printed.filter((line) =>
        line.includes('over the cap of 2 core panels, of which there would be'),
      ),
    ).not.toEqual([]);
  });

  it('says where links lead', async () => {
    mkdirSync(join(root, 'standard/buses'), { recursive: true });
    const plan = 'slug: buses\nfamilies: [bus]\nprofile: standard\n';
    writeFileSync(join(root, 'standard/buses/plan.yaml'), plan);
    const printed = await lines('buses', '--plans', 'standard');
    expect(printed).toContain('    links to the panel "All alerts, firing first"');
  });

  it('says it for one panel, by its title or its identity', async () => {
    const [, ...byTitle] = await lines('buses', 'late share');
    expect(byTitle).toHaveLength(5);
    const { stdout } = await run('buses', 'Late Share', '--json');
    const { dashboard } = JSON.parse(stdout) as { dashboard: { panels: { panel_uuid: string }[] } };
    const [, ...byId] = await lines('buses', dashboard.panels[0]?.panel_uuid ?? '');
    expect(byId).toEqual(byTitle);
  });

  it('says what a metric reaches, through recorded series as well', async () => {
    const printed = await lines('late_total');
    expect(printed[0]).toBe(
      'metric late_total: counter of the family bus, dashboards/spec/base.yml:12:9',
    );
    expect(printed).toContain('  buses: Late Share (spec)');
    expect(printed.slice(printed.indexOf('recording rules:'))).toEqual([
      'recording rules:',
      '  bus:late:ratio, dashboards/spec/base.yml:20:9',
      'alerts:',
      '  Waiting, dashboards/spec/base.yml:18:13',
    ]);
    expect(await lines('trips_total')).toEqual(
      expect.arrayContaining([
        'alerts:',
        '  NoTrips, dashboards/spec/base.yml:11:13',
        'variables:',
        '  buses: $line, dashboards/plans/buses/plan.yaml:4:5',
      ]),
    );
    const wait = await lines('wait_seconds');
    expect(wait).toContain('  buses: $stop, dashboards/plans/buses/plan.yaml:5:5');
    expect(wait).toContain('  wait_seconds:p95_5m');
  });

  it('says why no dashboard shows a metric', async () => {
    expect(await lines('trams')).toContain('on no dashboard: no plan shows the family "tram"');
    expect((await lines('seats'))[1]).toMatch(/^on no dashboard: the spec turns its automatic/);
  });

  it.each([
    [['late_totl'], 5, 'neither a dashboard nor a metric has the name "late_totl"', 'late_total'],
    [['buses', 'Late Shar'], 2, 'the dashboard "buses" has no panel "Late Shar"', 'Late Share'],
  ])('knows no %j, and what may be meant', async (args, status, message, hint) => {
    const result = await run(...args);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain(`did you mean "${hint}"?`);
  });
});
