import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commandLine, packageManagerAmong } from './package-manager';
import { reportWorkflow } from './report-workflow';
import { gitHook, gitLabJob, verifyWorkflow } from './verify-pipelines';

const npm = packageManagerAmong(() => false, false);

/** A template that is ready to copy, without what it says of that. */
const template = (path: string) =>
  readFileSync(join(__dirname, '../../../../templates', path), 'utf8').replace(
    /^(?:#.*\n)+\n?/,
    '',
  );

describe('pipelines', () => {
  it('of GitLab are the template that is ready to copy', () => {
    const text = gitLabJob({ ...npm, options: [], rules: false });
    expect(text).toBe(template('gitlab/dashboards.gitlab-ci.yml'));
  });

  it('that post a report are the template that is ready to copy', () => {
    const command = commandLine(npm.exec, 'report --base "origin/$BASE" --out report.md', []);
    expect(reportWorkflow({ ...npm, command })).toBe(template('github/report.yml'));
  });

  it('run every check with the options of the repository', () => {
    const pnpm = packageManagerAmong((file) => file === 'pnpm-lock.yaml', true);
    const pipeline = { ...pnpm, options: ['--spec metrics'], rules: true };
    const { jobs } = parse(verifyWorkflow(pipeline)) as {
      jobs: { verify: { steps: { run?: string; if?: string }[] } };
    };
    expect(jobs.verify.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'pnpm install --frozen-lockfile',
      'pnpm exec g6-dashboards verify --format github --spec metrics',
      'pnpm exec g6-dashboards rules --check --format github --spec metrics',
      'pnpm exec g6-dashboards lint --format github --spec metrics',
    ]);
    const { dashboards } = parse(gitLabJob(pipeline)) as { dashboards: { script: string[] } };
    expect(dashboards.script).toContain(
      'pnpm exec g6-dashboards rules --check --spec metrics || status=$?',
    );
    expect(dashboards.script[0]).toBe('corepack enable');
  });

  it('say in a hook how to turn it on', () => {
    expect(gitHook('Verifies.', 'true')).toMatch(
      /^#!\/bin\/sh\n# Verifies\. Turn it on with: git /,
    );
  });
});
