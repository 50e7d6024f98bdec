import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { PROGRAM, runProcess } from './cli-process';

const RULES = `groups:
- name: bus
  rules:
  - {alert: BusesDown, expr: bus_running == 0, for: 5m, labels: {severity: warning}}
`;
const DASHBOARD = {
  title: 'Buses',
  schemaVersion: 39,
  panels: [
    {
      type: 'graph',
      title: 'Running',
      gridPos: { x: 0, y: 0, w: 12, h: 8 },
      targets: [{ refId: 'A', expr: 'bus_running' }],
    },
  ],
};

describe('g6-dashboards init', () => {
  let root = '';
  let server: Server;
  let address = '';
  const run = (...args: string[]) => runProcess(args, { cwd: root });
  const at = (path: string) => join(root, path);

  beforeAll(async () => {
    const success = (data: unknown) => JSON.stringify({ status: 'success', data });
    const answers: Record<string, string> = {
      '/api/v1/status/buildinfo': success({ version: '3.0.0' }),
      '/api/v1/status/tsdb': success({ headStats: { numSeries: 3 } }),
      '/api/v1/metadata': success({ bus_running: [{ type: 'gauge', help: 'Buses.', unit: '' }] }),
      '/api/v1/series': success([
        { __name__: 'bus_running', kind: 'day', job: 'bus', instance: 'a', cluster: 'x' },
        { __name__: 'bus_running', kind: 'night', job: 'bus', instance: 'a', cluster: 'x' },
        { __name__: 'up', job: 'bus', instance: 'a', cluster: 'x' },
      ]),
      '/api/v1/rules': success({ groups: [] }),
    };
    server = createServer((request, response) => {
      const answer = answers[(request.url ?? '').split('?')[0] ?? ''];
      if (answer === undefined) response.writeHead(404).end();
      else response.end(answer);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-init-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('writes a sample that generates and has no findings', async () => {
    const { status, stdout, stderr } = await run('init', '--yes');
    expect(stderr).toContain('next: edit dashboards/spec/base.yml');
    expect(stdout).toContain('dashboards/spec/base.yml: written\n');
    expect(status).toBe(0);
    expect(await run('verify')).toMatchObject({ status: 0 });
    expect(await run('lint', '--strict')).toMatchObject({ status: 0 });
    expect(await run('rules', '--check')).toMatchObject({ status: 0 });
  });

  it('writes a workflow that checks every morning where one is wanted, and none over another', async () => {
    const path = at('.github/workflows/check-dashboards.yml');
    await run('init', '--yes');
    expect(existsSync(path)).toBe(false);
    writeFileSync(at('package.json'), '{"packageManager": "pnpm@10.0.0"}');
    writeFileSync(at('pnpm-lock.yaml'), '');
    const paths = ['--spec', 'my metrics.yml', '--plans', 'plans'];
    const { status, stdout, stderr } = await run('init', '--yes', '--check', ...paths);
    expect(status).toBe(0);
    expect(stdout).toContain('.github/workflows/check-dashboards.yml: written\n');
    expect(stderr).toContain('Set the secrets PROMETHEUS_URL');
    const workflow = parse(readFileSync(path, 'utf8')) as {
      jobs: { check: { steps: { run?: string }[] } };
    };
    const scripts = workflow.jobs.check.steps.flatMap((step) => step.run ?? []);
    expect(scripts[0]).toBe('pnpm install --frozen-lockfile');
    expect(scripts[1]).toContain(
      "pnpm exec g6-dashboards check --spec 'my metrics.yml' --plans plans",
    );
    for (const script of scripts) execFileSync('bash', ['-n'], { input: script });
    writeFileSync(path, 'mine\n');
    expect((await run('init', '--yes', '--check')).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('mine\n');
  });

  it('writes pipelines and a hook that git runs, where they are wanted', async () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
    writeFileSync(at('package.json'), '{"private": true}');
    mkdirSync(at('node_modules/.bin'), { recursive: true });
    symlinkSync(PROGRAM, at('node_modules/.bin/g6-dashboards'));
    const wanted = ['--ci', 'gitlab', '--report', '--hooks'];
    const { status, stdout, stderr } = await run('init', '--yes', ...wanted);
    expect(status).toBe(0);
    for (const path of ['.gitlab-ci.yml', '.gitlab/dashboards.gitlab-ci.yml'])
      expect(stdout).toContain(`${path}: written\n`);
    expect(stdout).toContain('.github/workflows/dashboards-report.yml: written\n');
    expect(existsSync(at('.github/workflows/dashboards.yml'))).toBe(false);
    expect(stderr).toContain('Turn the git hook on with: git config core.hooksPath .githooks\n');
    writeFileSync(at('.gitignore'), 'node_modules\n');
    git('init', '--quiet');
    git('config', 'core.hooksPath', '.githooks');
    git('add', '--all');
    expect(git('commit', '--message', 'all').status).toBe(0);
    const [dashboard = ''] = readdirSync(at('dashboards/generated'));
    writeFileSync(at(`dashboards/generated/${dashboard}`), '{}');
    const refused = git('commit', '--all', '--message', 'edited');
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain(dashboard.replace('.json', ''));
  });

  it('keeps pipelines that are there, and says what to add by hand', async () => {
    writeFileSync(at('.gitlab-ci.yml'), 'mine: {script: [true]}\n');
    const gitLab = await run('init', '--yes', '--ci', 'gitlab');
    expect(gitLab.stderr).toContain(
      'Add to .gitlab-ci.yml: include: [{ local: .gitlab/dashboards.gitlab-ci.yml }]\n',
    );
    expect(readFileSync(at('.gitlab-ci.yml'), 'utf8')).toBe('mine: {script: [true]}\n');
    const gitHub = await run('init', '--yes', '--ci', 'github');
    expect(gitHub.stdout).toContain('.github/workflows/dashboards.yml: written\n');
    const again = await run('init', '--yes', '--ci', 'github');
    expect(again).toMatchObject({ status: 0 });
    expect(again.stdout).not.toContain('.github');
    const refused = await run('init', '--yes', '--ci', 'jenkins');
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.stderr).toContain('github, gitlab, none');
  });

  it('imports from a live Prometheus, whose target labels are no labels of metrics', async () => {
    expect(await run('init', '--from', address)).toMatchObject({ status: 0 });
    const spec = readFileSync(at('dashboards/spec/base.yml'), 'utf8');
    expect(spec).toContain(`
      - name: bus_running
        type: gauge
        help: Buses.
        labels:
          - name: kind
            values: [day, night] # guess: all values that were seen
        cardinality_budget: 4 # guess: twice the 2 series seen
`);
    expect(spec).toContain(
      'target_labels: [job, instance, cluster] # guess: the labels of the series up\n',
    );
    expect(readdirSync(at('dashboards/generated'))).toContain('bus.json');
    expect(await run('lint')).toMatchObject({ status: 0 });
  });

  it('reports target labels that the spec has otherwise, and leaves out what is only a guess', async () => {
    const import_ = (...args: string[]) => run('import', 'prometheus', address, ...args);
    await import_('--no-guess', '--family', 'bus', '--spec', 'plain.yml', '--spec-only');
    const plain = readFileSync(at('plain.yml'), 'utf8');
    expect(plain).toContain('labels: [kind, cluster]\n');
    expect(plain).not.toMatch(/target_labels|guess|values/);
    const own = 'version: 1\ntarget_labels: [job, zone] # ours\nfamilies: {}\n';
    writeFileSync(at('own.yml'), own);
    const { status, stderr } = await import_('--spec', 'own.yml', '--match', 'bus_running');
    expect(stderr).toContain(
      `own.yml:2:16: warning: the labels of targets are [job, zone] here, and [job, instance, cluster] at ${address} [import-conflict]`,
    );
    expect(status).toBe(0);
    expect(readFileSync(at('own.yml'), 'utf8')).toContain('target_labels: [job, zone] # ours\n');
  });

  it('imports files of several forms, and changes nothing the second time', async () => {
    writeFileSync(at('rules.yml'), RULES);
    writeFileSync(at('buses.json'), JSON.stringify(DASHBOARD));
    writeFileSync(at('metrics.txt'), '# TYPE bus_running gauge\nbus_running 1\n');
    const from = ['--from', 'metrics.txt', 'rules.yml', 'buses.json'];
    expect(await run('init', ...from, '--yes')).toMatchObject({ status: 0 });
    const spec = readFileSync(at('dashboards/spec/base.yml'), 'utf8');
    expect(spec).toContain('- alert: BusesDown');
    expect(readFileSync(at('dashboards/plans/buses/plan.yaml'), 'utf8')).toContain(
      'title: Running',
    );
    expect(await run('init', ...from)).toMatchObject({ status: 0 });
    expect(readFileSync(at('dashboards/spec/base.yml'), 'utf8')).toBe(spec);
  });

  it('judges each file of a folder by its content, and imports metrics first', async () => {
    mkdirSync(at('have/more'), { recursive: true });
    writeFileSync(at('have/a.json'), JSON.stringify(DASHBOARD));
    writeFileSync(at('have/more/alerts.yaml'), RULES);
    writeFileSync(at('have/z.prom'), '# TYPE bus_running gauge\nbus_running 1\n');
    writeFileSync(at('have/package.json'), '{}');
    const { status, stderr } = await run('init', '--from', 'have');
    expect(stderr).toContain('1 file without metrics, semantic conventions, rules or dashboards');
    expect(stderr).toContain('is passed over: have/package.json [import-empty]\n');
    expect(stderr).toContain('1 metric, 1 alert, 2 plans added, 0 metrics known already\n');
    expect(status).toBe(0);
    const spec = readFileSync(at('dashboards/spec/base.yml'), 'utf8');
    expect(spec).toContain('type: gauge\n');
    expect(await run('verify')).toMatchObject({ status: 0 });
  });

  it('makes an empty spec for dashboards that read no metric', async () => {
    const text = { type: 'text', title: 'Hello', options: { mode: 'markdown', content: 'x' } };
    const panels = [{ ...text, gridPos: { x: 0, y: 0, w: 12, h: 4 } }];
    writeFileSync(at('words.json'), JSON.stringify({ title: 'Words', panels }));
    expect(await run('init', '--from', 'words.json')).toMatchObject({ status: 0 });
    expect(readFileSync(at('dashboards/spec/base.yml'), 'utf8')).toBe('version: 1\nfamilies: {}\n');
  });

  it.each([
    ['an empty file', ['empty.txt'], 'empty.txt: error: nothing to import was found: it is empty'],
    ['an empty document', ['empty.yml'], 'empty.yml: error: nothing to import was found: it is'],
    ['a web page', ['page.html'], 'this is a web page, not an exposition of metrics'],
    ['a compressed file', ['metrics.gz'], 'hint: unpack it first, for example with gunzip'],
    ['a file of something else', ['package.json'], 'it has no metrics, semantic conventions,'],
    ['an empty folder', ['folder'], 'folder: error: the folder has no metrics, semantic'],
    ['an address without http', ['localhost:9100/metrics'], 'write http://localhost:9100/metrics'],
    ['half an address', ['http://'], 'this is not a complete address'],
    ['an address of another kind', ['ftp://a/b'], 'only http and https addresses are read'],
    ['one that is missing among others', ['metrics.txt', 'none.yml'], 'none.yml: error: cannot be'],
  ])('refuses %s, says what to do, and writes nothing', async (_what, from, message) => {
    for (const name of ['empty.txt', 'empty.yml']) writeFileSync(at(name), ' \n');
    writeFileSync(at('page.html'), '<!doctype html>\n<p>hello\n');
    writeFileSync(at('metrics.gz'), gzipSync('a 1\n'));
    writeFileSync(at('metrics.txt'), 'a 1\n');
    writeFileSync(at('package.json'), '{ "name": "a" }\n');
    mkdirSync(at('folder'));
    const { status, stderr } = await run('init', '--from', ...from);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(at('dashboards'))).toBe(false);
  });

  it('is refused a token that is not set, instead of asking without one', async () => {
    const refused = await run('init', '--from', address, '--token-env', 'NONE');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('the environment variable NONE is not set');
  });

  it('writes nothing if a source cannot be read', async () => {
    const { status, stderr } = await run('init', '--from', `${address}/metrics`);
    expect(stderr).toContain('the server answered 404 Not Found');
    expect(status).toBe(2);
    expect(existsSync(at('dashboards'))).toBe(false);
  });
});
