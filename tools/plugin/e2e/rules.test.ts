import { NxWorkspace } from './nx-workspace';

const RECORDING = 'dashboards/rules/recording.yml';
const FILES = ['recording', 'alerts', 'tests'].map((name) => `dashboards/rules/${name}.yml`);
const SPEC = 'dashboards/spec/base.yml';

describe('rules by the real Nx', () => {
  const workspace = new NxWorkspace(['bus_health', 'provider_ingestion']);
  afterAll(() => {
    workspace.dispose();
  });

  const run = (command: string, env = {}) => workspace.nx(`run ${command}`, env);

  it('are written by dashboards:rules, for the whole spec', () => {
    const { status, output } = run('dashboards:rules');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain('17 recording rules, 11 alerts generated');
    expect(output).toContain(
      'alerts.yml: generated\nrecording.yml: generated\ntests.yml: generated\n',
    );
    expect(workspace.read('dashboards/rules/alerts.yml')).toContain('g6-provider_ingestion');
  });

  it('are answered from the cache when repeated, and brought back', () => {
    const texts = FILES.map((file) => workspace.read(file));
    for (const file of FILES) workspace.remove(file);
    expect(run('dashboards:rules').hits).toEqual(['dashboards:rules']);
    expect(FILES.map((file) => workspace.read(file))).toEqual(texts);
  });

  it('are made again where the spec changes', () => {
    workspace.edit(SPEC, '> 0.05', '> 0.07');
    expect(run('dashboards:verify-rules').output).toContain(
      'changed:alerts.yml:G6ApiErrorRateHigh',
    );
    expect(run('dashboards:rules').hits).toEqual([]);
    expect(run('dashboards:verify-rules').status).toBe(0);
  });

  it('fail dashboards:verify-rules where one is gone, by name', () => {
    const text = workspace.read(RECORDING);
    const record = 'g6_sse_flush_seconds:p99_5m';
    workspace.write(RECORDING, text.slice(0, text.indexOf(`      - record: ${record}`)));
    const { status, output } = run('dashboards:verify-rules');
    expect(status).toBe(1);
    expect(output).toContain(`missing:recording.yml:${record}`);
    workspace.write(RECORDING, text);
    expect(run('dashboards:verify-rules').status).toBe(0);
  });

  it('say how to install promtool where dashboards:test-rules finds none', () => {
    const { status, output } = run('dashboards:test-rules', { PROMTOOL: '/nowhere/promtool' });
    expect(status).toBe(1);
    expect(output).toContain('sudo apt-get install -y --no-install-recommends prometheus');
  });

  it('take interval and job from nx.json, and suggestions from the command line', () => {
    const options = { interval: '1m', job: 'mine', rules: 'monitoring/rules' };
    workspace.edit('nx.json', '"@g6/plugin"', JSON.stringify({ plugin: '@g6/plugin', options }));
    const { status, output } = run('dashboards:rules --suggest');
    expect({ status, output }).toMatchObject({ status: 0 });
    const text = workspace.read('monitoring/rules/recording.yml');
    expect(text).toContain('interval: 1m\n');
    expect(text).toContain('job: mine\n');
    expect(text).toContain('record: g6_api_calls_total:rate_5m\n');
  });
});
