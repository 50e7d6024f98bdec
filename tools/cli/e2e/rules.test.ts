import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProcess } from './cli-process';

const dashboards = join(__dirname, '../../../dashboards');

describe('g6-dashboards rules', () => {
  let root = '';
  const rules = (...args: string[]) => runProcess(['rules', ...args], { cwd: root });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-rules-'));
    for (const name of ['spec', 'plans']) {
      cpSync(join(dashboards, name), join(root, 'dashboards', name), { recursive: true });
    }
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  function edit(name: string, change: (text: string) => string): void {
    const file = join(root, 'dashboards', name);
    const text = readFileSync(file, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(file, change(text));
  }

  function write(name: string, text: string): void {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }

  it('writes the files that are committed here, and then finds no drift', async () => {
    expect(await rules()).toEqual({
      status: 0,
      stdout:
        'recording.yml: written\nalerts.yml: written\ntests.yml: written\n' +
        '17 recording rules, 11 alerts: 3 files written, 0 unchanged\n',
      stderr: '',
    });
    for (const name of readdirSync(join(dashboards, 'rules'))) {
      const written = readFileSync(join(root, 'dashboards/rules', name), 'utf8');
      expect(written).toBe(readFileSync(join(dashboards, 'rules', name), 'utf8'));
    }
    expect(await rules('--check')).toEqual({
      status: 0,
      stdout: '17 recording rules and 11 alerts verified, no drift\n',
      stderr: '',
    });
  });

  it('ends with status 8 and names the rule that is gone, its test, and an alert that was changed', async () => {
    await rules();
    const record = 'g6_sse_flush_seconds:p99_5m';
    edit('rules/recording.yml', (text) => text.slice(0, text.indexOf(`      - record: ${record}`)));
    edit('rules/alerts.yml', (text) => text.replace('> 500', '> 900'));
    const { status, stdout, stderr } = await rules('--check');
    expect({ status, stdout }).toEqual({
      status: 8,
      stdout: `missing:recording.yml:${record}\nchanged:alerts.yml:G6OptionNewListingCritical\n`,
    });
    expect(stderr).toContain(
      'drift found; rewrite them with g6-dashboards rules, or undo the edit',
    );
  });

  it('ends with status 8 where nothing was written yet', async () => {
    const { status, stdout } = await rules('--check', '--json');
    expect(status).toBe(8);
    expect(JSON.parse(stdout)).toMatchObject({
      recorded: 17,
      tokens: ['missing:recording.yml', 'missing:alerts.yml', 'missing:tests.yml'],
    });
  });

  it('refuses a panel that reads a series for which there is no rule, at its place', async () => {
    write(
      'spec.yml',
      [
        'version: 1',
        'families:',
        '  one:',
        '    metrics:',
        '      - name: lat_ms',
        '        type: histogram',
        '        panels:',
        '          - title: Latency',
        '            promql: max(lat_ms:p95_5min)',
      ].join('\n'),
    );
    write('plans.yml', 'dashboards: [{slug: one, families: [one]}]\n');
    const { status, stdout, stderr } = await rules('--spec', 'spec.yml', '--plan', 'plans.yml');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      'spec.yml:9:25: error: no rule can be derived for "lat_ms:p95_5min"; a histogram has series ' +
        'such as lat_ms:p95_ratio_5m_30m, lat_ms:p95_5m, each also with _by_<label> [rule-underivable]\n' +
        '  hint: read a series that follows the naming, declare it in the recording_rules of a family, or list it in external_metrics\n' +
        '1 error; nothing was written\n',
    );
    expect(readdirSync(root).sort()).toEqual(['dashboards', 'plans.yml', 'spec.yml']);
  });

  it('takes interval, job, folder and suggestions', async () => {
    const told = ['--interval', '1m', '--job', 'mine', '--suggest', '--output', 'out'];
    expect((await rules(...told)).status).toBe(0);
    const text = readFileSync(join(root, 'out/recording.yml'), 'utf8');
    expect(text).toMatch(/interval: 1m\n/);
    expect(text).toMatch(/job: mine\n/);
    expect(text).toContain('record: g6_api_calls_total:rate_5m');
    expect(text).not.toMatch(/interval: 30s|g6_platform/);
    expect((await rules(...told, '--check')).status).toBe(0);
    expect((await rules('--output', 'out', '--check')).status).toBe(8);
  });

  it('writes nothing on a dry run', async () => {
    const { stdout } = await rules('--dry-run');
    expect(stdout).toMatch(/recording\.yml: would be written\n/);
    expect(readdirSync(join(root, 'dashboards')).sort()).toEqual(['plans', 'spec']);
  });

  it.each([
    [['--interval', 'often'], '"often" is not a Prometheus duration'],
    [['--only', 'bus_health'], "unknown option '--only'"],
    [['--check', '--dry-run'], 'cannot be used with'],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await rules(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
