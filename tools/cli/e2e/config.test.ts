import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from './cli-process';

const SPEC = `version: 1
families:
  jobs:
    metrics:
      - { name: jobs_done_total, type: counter, help: Jobs done, labels: [queue] }
`;

describe('g6.config.yaml', () => {
  let folder: string;
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  const run = (...args: string[]) => runProcess(args, { cwd: folder });
  const dashboard = (name: string) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    write('metrics.yml', SPEC);
    mkdirSync(join(folder, 'boards/jobs'), { recursive: true });
    write('boards/jobs/plan.yaml', 'slug: jobs\nfamilies: [jobs]\n');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('sets where things are and what dashboards carry', async () => {
    write(
      'g6.config.yaml',
      'spec: metrics.yml\nplans: boards\noutput: out\nuidPrefix: acme-\ntags: [acme]\nmetaKey: acme_meta\ncaps: { core: 1 }\n',
    );
    const { status, stdout } = await run('generate');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'jobs: written\n1 dashboard: 1 written, 0 unchanged; manifest written\n',
    });
    const json = dashboard('out/jobs.json');
    expect(json).toMatchObject({
      uid: 'acme-jobs',
      tags: ['acme'],
      acme_meta: { truncated_panels: 1 },
    });
    expect(JSON.stringify(json)).not.toContain('g6');
    expect((await run('verify')).status).toBe(0);
    const inventory = await run('inventory');
    expect(inventory.stdout).toContain(
      'jobs,jobs_done_total Rate (5m auto),jobs_done_total,auto_rate,',
    );
  });

  it('tells inventory-diff too where dashboards are and how to know them', async () => {
    write('g6.config.yaml', 'spec: metrics.yml\nplans: boards\noutput: out\nmetaKey: acme_meta\n');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
      });
    expect((await run('generate')).status).toBe(0);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message=state');
    expect(await run('inventory-diff', '--base', 'HEAD')).toMatchObject({ status: 0 });
    write('metrics.yml', SPEC.replace('labels: [queue]', 'labels: []'));
    expect((await run('generate')).status).toBe(0);
    const { status, stdout } = await run('inventory-diff', '--base', 'HEAD');
    expect(stdout).toContain('  - jobs_done_total Rate by queue (5m auto)\n');
    expect(status).toBe(7);
  });

  it('gives way to flags', async () => {
    write('g6.config.yaml', 'spec: nowhere.yml\nplans: boards\noutput: out\n');
    const { status } = await run('generate', '--spec', 'metrics.yml', '--output', 'elsewhere');
    expect(status).toBe(0);
    expect(dashboard('elsewhere/jobs.json')).toMatchObject({ uid: 'g6-jobs' });
  });

  it('may lie elsewhere, and its paths are relative to it', async () => {
    mkdirSync(join(folder, 'team'));
    write('team/settings.yaml', 'spec: ../metrics.yml\nplans: ../boards\noutput: out\n');
    expect((await run('generate', '--config', 'team/settings.yaml')).status).toBe(0);
    expect(dashboard('team/out/jobs.json')).toMatchObject({ title: 'Jobs' });
  });

  it('is refused with the place of every mistake, and nothing is written', async () => {
    write('g6.config.yaml', 'specc: metrics.yml\nunitInference: old\n');
    const { status, stdout, stderr } = await run('generate');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('g6.config.yaml:1:1: error: unknown key "specc"');
    expect(stderr).toContain('g6.config.yaml:2:16: error:');
    expect(stderr).toContain('2 errors; nothing was written');
  });

  it('is missed where it is asked for and is not there', async () => {
    const { status, stderr } = await run('verify', '--config', 'none.yaml');
    expect(status).toBe(2);
    expect(stderr).toContain('none.yaml: error: cannot be read: there is no such file or folder');
  });
});
