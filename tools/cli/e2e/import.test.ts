import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PROGRAM, runProcess } from './cli-process';

const REPOSITORY = resolve(__dirname, '../../..');
const EXPOSITION = `# HELP bus_trips_total Trips that ended.
# TYPE bus_trips_total counter
bus_trips_total{line="1"} 4
# TYPE bus_running gauge
bus_running 7
`;

describe('g6-dashboards import', () => {
  let root = '';
  let server: Server;
  let address = '';
  const run = (...args: string[]) => runProcess(args, { cwd: root, env: { TOKEN: 'abc' } });
  const at = (path: string) => join(root, path);

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.headers.authorization !== 'Bearer abc') response.writeHead(401).end();
      else response.end(EXPOSITION);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-import-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('makes a spec and a plan from an endpoint, which generate and have no findings', async () => {
    expect(await run('import', 'metrics', `${address}/metrics`, '--token-env', 'TOKEN')).toEqual({
      status: 0,
      stdout: 'dashboards/spec/base.yml: written\ndashboards/plans/bus/plan.yaml: written\n',
      stderr:
        '2 metrics, 1 plan added, 0 metrics known already\n' +
        'generate the dashboards with g6-dashboards generate\n',
    });
    expect((await run('generate')).status).toBe(0);
    expect(await run('lint', '--strict')).toMatchObject({ status: 9 });
    expect(await run('lint')).toMatchObject({ status: 0 });
  });

  it('changes nothing the second time, and keeps line ends of Windows', async () => {
    writeFileSync(at('metrics.txt'), EXPOSITION);
    writeFileSync(at('spec.yml'), 'version: 1 # ours\r\nfamilies:\r\n  go:\r\n');
    const args = [
      'import',
      'metrics',
      'metrics.txt',
      '--spec',
      'spec.yml',
      '--spec-only',
      '--quiet',
    ];
    expect(await run(...args)).toEqual({ status: 0, stdout: '', stderr: '' });
    const text = readFileSync(at('spec.yml'), 'utf8');
    expect(text).toContain('version: 1 # ours\r\nfamilies:\r\n  go:\r\n  bus:');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    await run(...args);
    expect(readFileSync(at('spec.yml'), 'utf8')).toBe(text);
    expect(existsSync(at('dashboards'))).toBe(false);
  });

  it('prints a diff that patch applies, and writes nothing', async () => {
    const before =
      'version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: bus_stops\n        type: gauge\n';
    writeFileSync(at('spec.yml'), before);
    writeFileSync(at('metrics.txt'), EXPOSITION);
    const args = ['import', 'metrics', 'metrics.txt', '--spec', 'spec.yml', '--plans', 'plans'];
    const { stdout } = await run(...args, '--dry-run');
    expect(readFileSync(at('spec.yml'), 'utf8')).toBe(before);
    await run(...args);
    const written = readFileSync(at('spec.yml'), 'utf8');
    writeFileSync(at('spec.yml'), before);
    rmSync(at('plans'), { recursive: true });
    execFileSync('git', ['apply', '-'], {
      cwd: root,
      input: stdout.replace(/^\d.*added.*\n/m, ''),
    });
    expect(readFileSync(at('spec.yml'), 'utf8')).toBe(written);
    expect(readFileSync(at('plans/bus/plan.yaml'), 'utf8')).toBe(
      'slug: bus\nprofile: standard\nfamilies: [bus]\n',
    );
  });

  it('leaves every line of a spec that people keep as it is, with its comments', async () => {
    const name = 'dashboards/spec/base.yml';
    for (const folder of ['spec', 'plans']) {
      cpSync(join(REPOSITORY, 'dashboards', folder), at(`dashboards/${folder}`), {
        recursive: true,
      });
    }
    const before = readFileSync(at(name), 'utf8').split('\n');
    const known = '# TYPE g6_api_calls_total gauge\ng6_api_calls_total{endpoint="a"} 1\n';
    writeFileSync(at('metrics.txt'), `${EXPOSITION}${known}g6_api_pauses_total 1\n`);
    const { status, stderr } = await run('import', 'metrics', 'metrics.txt');
    expect(status).toBe(0);
    for (const difference of ['type counter here, and gauge', 'labels [endpoint, result] here,']) {
      expect(stderr).toMatch(/dashboards\/spec\/base\.yml:\d+:\d+: warning: "g6_api_calls_total"/);
      expect(stderr).toContain(difference);
    }
    expect(stderr).toContain('at metrics.txt:6:1 [import-conflict]\n');
    const after = readFileSync(at(name), 'utf8').split('\n');
    let from = 0;
    const missing = before.filter((line) => {
      const found = after.indexOf(line, from);
      if (found >= 0) from = found + 1;
      return found < 0;
    });
    expect(missing).toEqual([]);
    expect(after.filter((line) => line.includes('- name: g6_api_pauses_total'))).toHaveLength(1);
    expect(await run('generate', '--dry-run')).toMatchObject({ status: 0 });
    await run('import', 'metrics', 'metrics.txt');
    expect(readFileSync(at(name), 'utf8')).toBe(after.join('\n'));
  });

  it('reads standard input', () => {
    const args = [PROGRAM, 'import', 'metrics', '-', '--family', 'city', '--json'];
    const stdout = execFileSync(process.execPath, args, { cwd: root, input: EXPOSITION });
    expect(JSON.parse(stdout.toString('utf8'))).toEqual({
      dryRun: false,
      problems: [],
      written: ['dashboards/spec/base.yml', 'dashboards/plans/city/plan.yaml'],
      added: {
        families: ['city'],
        metrics: ['bus_trips_total', 'bus_running'],
        recordingRules: [],
        alerts: [],
        plans: ['city'],
      },
      known: 0,
      panels: 0,
      patched: 0,
    });
  });

  it.each([
    [['metrics', 'none.txt'], 'none.txt: error: cannot be read: there is no such file or folder'],
    [['metrics', '.'], 'the folder has no file whose name ends in .txt, .prom, .metrics, .om'],
    [['metrics', 'spec.yml', '--match', 'up'], "option '--match' chooses series"],
    [['metrics', 'spec.yml', '--naming', 'otel'], "option '--naming' is for the form semconv"],
    [['metrics', 'spec.yml', '--token-env', 'NONE'], 'the environment variable NONE is not set'],
    [['metrics', 'spec.yml', '--header', 'x'], 'Write a header as "Name: value".'],
    [['metrics', 'spec.yml', '--spec', '-'], '--spec: error: standard input cannot be written'],
    [['prometheus', 'spec.yml'], 'is not an address'],
    [['rules', 'spec.yml'], 'nothing to import was found'],
  ])('refuses %j', async (args, message) => {
    writeFileSync(at('spec.yml'), '{}\n');
    const { status, stderr } = await run('import', ...args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(at('dashboards'))).toBe(false);
  });
});
