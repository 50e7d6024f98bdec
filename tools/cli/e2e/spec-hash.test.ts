import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from './cli-process';

const SPEC = `version: 1
families:
  jobs:
    metrics:
      - { name: jobs_done_total, type: counter, help: Jobs done., labels: [queue] }
  mail:
    metrics:
      - { name: mail_sent_total, type: counter, help: Mails sent. }
      - { name: mail_queue, type: gauge, help: Mails that wait., panels: [{ promql: mail_queue / jobs_done_total }] }
`;

describe('specHash: slice', () => {
  let folder = '';
  const at = (path: string) => join(folder, path);
  const run = (...args: string[]) => runProcess(args, { cwd: folder });
  const edit = (from: string, to: string) => {
    const text = readFileSync(at('dashboards/spec/base.yml'), 'utf8');
    expect(text).toContain(from);
    writeFileSync(at('dashboards/spec/base.yml'), text.replace(from, to));
  };
  const hashOf = (name: string) =>
    /"spec_hash": "(\w+)"/.exec(readFileSync(at(`dashboards/generated/${name}.json`), 'utf8'))?.[1];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'g6-spec-hash-'));
    mkdirSync(at('dashboards/spec'), { recursive: true });
    writeFileSync(at('dashboards/spec/base.yml'), SPEC);
    for (const slug of ['jobs', 'mail']) {
      mkdirSync(at(`dashboards/plans/${slug}`), { recursive: true });
      writeFileSync(
        at(`dashboards/plans/${slug}/plan.yaml`),
        `slug: ${slug}\nfamilies: [${slug}]\n`,
      );
    }
    writeFileSync(at('g6.config.yaml'), 'specHash: slice\n');
    expect(await run('generate')).toMatchObject({ status: 0 });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('verifies, as a whole and in part, and knows a file of another hash', async () => {
    expect(await run('verify')).toMatchObject({ status: 0 });
    expect(await run('verify', '--only', 'mail')).toMatchObject({ status: 0 });
    const { status, stdout } = await run('verify', '--spec-hash', 'file');
    expect(status).toBe(6);
    expect(stdout).toContain('hash:jobs\nhash:mail\n');
    expect(new Set(['jobs', 'mail', 'manifest'].map(hashOf)).size).toBe(3);
  });

  it('is the same after a comment, another order of keys and an edit of what no dashboard shows', async () => {
    edit('version: 1\n', '# Ours.\nversion: 1\nexternal_metrics: [node_*]\n');
    edit('type: gauge, help: Mails that wait.', 'help: Mails that wait., type: gauge');
    expect(await run('verify')).toMatchObject({ status: 0 });
  });

  it('changes where a metric is shown, and not where a query only reads it', async () => {
    const [jobs, mail] = [hashOf('jobs'), hashOf('mail')];
    edit('Jobs done.', 'Jobs that are done.');
    const { status, stdout } = await run('verify');
    expect(status).toBe(6);
    expect(stdout).toContain('hash:jobs\n');
    expect(stdout).not.toContain(':mail');
    expect((await run('generate')).stdout).toContain('2 dashboards: 1 written, 1 unchanged');
    expect([hashOf('jobs') === jobs, hashOf('mail') === mail]).toEqual([false, true]);
  });

  it('changes where a query reads a metric whose series become others', async () => {
    edit('labels: [queue]', 'labels: [queue, zone]');
    const { stdout } = await run('verify');
    for (const token of ['hash:jobs\n', 'hash:mail\n']) expect(stdout).toContain(token);
    expect((await run('generate')).stdout).toContain('2 written');
    expect(await run('verify')).toMatchObject({ status: 0 });
  });

  it('is what init begins with, and no workspace that has begun is given it', async () => {
    const fresh = join(folder, 'fresh');
    mkdirSync(join(fresh, '.git'), { recursive: true });
    const init = () => runProcess(['init', '--yes'], { cwd: fresh });
    const { status, stdout } = await init();
    expect(status).toBe(0);
    expect(stdout).toContain('g6.config.yaml: written\n');
    expect(readFileSync(join(fresh, 'g6.config.yaml'), 'utf8')).toContain('specHash: slice\n');
    expect((await runProcess(['verify'], { cwd: fresh })).status).toBe(0);
    rmSync(join(fresh, 'g6.config.yaml'));
    expect((await init()).stdout).not.toContain('g6.config.yaml');
  });
});
