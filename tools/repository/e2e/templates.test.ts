import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../../..');
const template = (path: string): unknown => parse(readFileSync(join(ROOT, path), 'utf8'));

interface Action {
  readonly runs: { readonly steps: readonly { readonly run: string }[] };
}

interface GitLabFile {
  readonly dashboards: { readonly script: readonly string[] };
}

const SPEC = `version: 1
families:
  web:
    owner: team-web
    metrics:
      - {name: requests_total, type: counter, help: Requests., labels: [code]}
`;

describe('the scripts of templates', () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  /** Runs a script as the shells of runners do. */
  const bash = (script: string, env: Readonly<Record<string, string>> = {}) =>
    spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-templates-')));
    write('package.json', '{"private": true}');
    write('dashboards/spec/base.yml', SPEC);
    write('dashboards/plans/web/plan.yaml', 'slug: web\nfamilies: [web]\n');
    mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
    const program = join(ROOT, 'libs/engine/bin/g6-dashboards.js');
    symlinkSync(program, join(root, 'node_modules/.bin/g6-dashboards'));
    expect(bash('npx --no-install g6-dashboards generate')).toMatchObject({ status: 0 });
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const edit = () => {
    const path = 'dashboards/generated/web.json';
    write(
      path,
      readFileSync(join(root, path), 'utf8').replace('"refresh": "30s"', '"refresh": "1m"'),
    );
  };

  it('of the action for GitHub pass, and annotate what is wrong', () => {
    const { steps } = (template('templates/github/action.yml') as Action).runs;
    const [verify = '', lint = ''] = steps.map(({ run }) => run);
    const env = { OPTIONS: '--only web', STRICT: 'true' };
    expect(bash(verify, env)).toMatchObject({ status: 0, stdout: '' });
    expect(bash(lint, env)).toMatchObject({ status: 0, stdout: '' });
    expect(bash(verify, { OPTIONS: '' })).toMatchObject({ status: 0 });
    edit();
    const { status, stdout } = bash(verify, env);
    expect(status).toBe(6);
    expect(stdout).toMatch(/^::error file=dashboards\/generated\/web\.json,title=/);
    write('dashboards/spec/base.yml', SPEC.replace('help: Requests., ', ''));
    expect(bash(lint, { OPTIONS: '', STRICT: 'false' }).status).toBe(0);
    const strict = bash(lint, { OPTIONS: '', STRICT: 'true' });
    expect(strict.status).toBe(9);
    expect(strict.stdout).toContain(',title=help-missing::');
  });

  it('of GitLab write both reports, whether or not they fail', () => {
    const { script } = (template('templates/gitlab/dashboards.gitlab-ci.yml') as GitLabFile)
      .dashboards;
    const [install, ...lines] = script;
    expect(install).toBe('npm ci');
    const report = (name: string) => readFileSync(join(root, name), 'utf8');
    expect(bash(lines.join('\n'))).toMatchObject({ status: 0 });
    expect(report('dashboards.junit.xml')).toContain('failures="0"');
    expect(report('dashboards.codequality.json')).toBe('[]\n');
    edit();
    expect(bash(lines.join('\n'))).toMatchObject({ status: 6 });
    expect(report('dashboards.junit.xml')).toContain('<failure type=');
    expect(JSON.parse(report('dashboards.codequality.json'))).toEqual(expect.any(Array));
  });

  it('of pre-commit are commands that pass, and fail if dashboards have drifted', () => {
    const hooks = template('.pre-commit-hooks.yaml') as { id: string; entry: string }[];
    for (const { entry } of hooks) expect(bash(entry)).toMatchObject({ status: 0 });
    edit();
    const failing = hooks.filter(({ entry }) => bash(entry).status === 6).map(({ id }) => id);
    expect(failing).toEqual(['g6-dashboards-verify']);
  });
});
