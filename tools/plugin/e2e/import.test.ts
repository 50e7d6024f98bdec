import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { parse } from 'yaml';
import { NxWorkspace, type NxRun } from './nx-workspace';

const SPEC = 'dashboards/spec/base.yml';
const EXPOSITION = `# HELP bus_trips_total Trips that ended.
# TYPE bus_trips_total counter
bus_trips_total{line="1"} 4
bus_trips_total{line="2"} 9
# TYPE bus_running gauge
bus_running 7
`;
const RULES = `groups:
  - name: bus
    rules:
      - { alert: BusesDown, expr: bus_running == 0, for: 5m, annotations: { summary: No bus runs } }
`;
const DASHBOARD = JSON.stringify({
  title: 'Depot',
  schemaVersion: 39,
  panels: [
    {
      ...{ type: 'timeseries', title: 'Running', gridPos: { x: 0, y: 0, w: 12, h: 8 } },
      targets: [{ refId: 'A', expr: 'bus_running' }],
    },
  ],
});
/** Answers every request that has the token with an exposition, and says where it listens. */
const SERVER = `
const server = require('node:http').createServer((request, response) => {
  if (request.headers.authorization !== 'Bearer abc') response.writeHead(401).end();
  else if (request.url !== '/metrics') response.writeHead(404).end();
  else response.end(${JSON.stringify(EXPOSITION)});
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describe('imports by the real Nx', () => {
  let workspace: NxWorkspace;
  let server: ChildProcess;
  let url = '';

  beforeAll(async () => {
    server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(server.stdout!, 'data')) as [Buffer];
    url = `http://127.0.0.1:${port.toString().trim()}/metrics`;
    workspace = new NxWorkspace([]);
    workspace.remove('dashboards');
    workspace.write('nx.json', '{ "analytics": false }\n');
    workspace.write('sources/metrics.txt', EXPOSITION);
    workspace.write('sources/rules.yml', RULES);
    workspace.write('sources/depot.json', DASHBOARD);
    workspace.commit();
  });
  afterAll(async () => {
    workspace.dispose();
    const exited = once(server, 'exit');
    server.kill();
    await exited;
  });

  const run = (command: string, status = 0): NxRun => {
    const result = workspace.nx(command, { TOKEN: 'abc' });
    expect(result).toMatchObject({ status });
    return result;
  };
  const changes = ({ output }: NxRun) =>
    [...output.matchAll(/^(CREATE|UPDATE) .*$/gm)].map(([line]) => line);
  const spec = () => parse(workspace.read(SPEC)) as { families: { bus: { metrics: object[] } } };

  it('shows what init would begin with, and writes nothing in a dry run', () => {
    const result = run('g @g6/plugin:init --from=sources --ci=none --dry-run');
    expect(changes(result)).toEqual([
      'UPDATE nx.json',
      `CREATE ${SPEC}`,
      'CREATE dashboards/plans/bus/plan.yaml',
      'CREATE dashboards/plans/depot/plan.yaml',
      'UPDATE package.json',
      'UPDATE .gitignore',
      'CREATE .gitattributes',
    ]);
    expect(workspace.exists('dashboards')).toBe(false);
  });

  it('begins with a folder of several forms, and ends with dashboards and rules that verify', () => {
    const { output } = run('g @g6/plugin:init --from=sources --ci=none');
    expect(output).toContain('2 metrics, 1 alert, 2 plans added, 0 metrics known already\n');
    expect(output).toContain(
      `next: edit ${SPEC}, run nx run dashboards:lint, and give dashboards/generated to Grafana\n`,
    );
    expect(spec().families.bus.metrics).toMatchObject([
      { name: 'bus_trips_total', cardinality_budget: 4 },
      { name: 'bus_running', alerts: [{ alert: 'BusesDown' }] },
    ]);
    expect(workspace.read(SPEC)).toContain('# guess: twice the 2 series seen');
    expect(workspace.generated()).toEqual(['bus.json', 'depot.json', 'manifest.json']);
    expect(workspace.read('dashboards/rules/alerts.yml')).toContain('BusesDown');
    workspace.commit();
    run('run-many -t verify verify-rules');
    run('run dashboards:lint');
  });

  it('changes nothing when the same is imported again', () => {
    expect(run('g @g6/plugin:init --from=sources --ci=none').output).toContain(
      'The workspace is prepared already',
    );
    expect(changes(run('g @g6/plugin:import metrics sources/metrics.txt'))).toEqual([]);
  });

  it('imports what an endpoint prints, and leaves every other line of the spec alone', () => {
    workspace.edit(SPEC, / {6}- name: bus_running\n[^]*$/, '');
    workspace.edit(SPEC, 'families:', 'families: # ours');
    const before = workspace.read(SPEC);
    const command = `g @g6/plugin:import metrics ${url} --tokenEnv=TOKEN`;
    expect(changes(run(`${command} --dry-run`))).toEqual([`UPDATE ${SPEC}`]);
    expect(workspace.read(SPEC)).toBe(before);
    const { output } = run(`${command} --no-guess --family=bus`);
    expect(output).toContain('1 metric added, 1 metric known already\n');
    expect(output).toContain('Generate the dashboards with: nx run dashboards:generate\n');
    const added = '      - name: bus_running\n        type: gauge\n';
    expect(workspace.read(SPEC)).toBe(before + added);
    workspace.restore();
  });

  it.each([
    ['a file that is not there', 'metrics nothing.txt', 'there is no such file or folder'],
    [
      'an answer that refuses',
      'metrics URL',
      'give credentials with --token-env, --user or --header',
    ],
    ['options of another form', 'rules sources/rules.yml --match=up', "option '--match' chooses"],
    ['a variable that is not set', 'metrics URL --tokenEnv=NONE', 'NONE is not set'],
    ['a header that is none', 'metrics URL --header=x', 'write a header as "Name: value"'],
    ['an unknown form', 'metric sources', "Property 'form' does not match"],
  ])('refuses %s', (_what, rest, reason) => {
    const result = run(`g @g6/plugin:import ${rest.replace('URL', url)}`, 1);
    expect(result.output).toContain(reason);
    expect(changes(result)).toEqual([]);
  });

  it('refuses a plan whose project would have the name of another', () => {
    workspace.write('apps/depot/project.json', '{ "name": "depot" }\n');
    workspace.remove('dashboards/plans/depot');
    const { output } = run('g @g6/plugin:import dashboards sources/depot.json', 1);
    expect(output).toContain('its project cannot have the name "depot"');
    expect(workspace.exists('dashboards/plans/depot')).toBe(false);
  });
});
