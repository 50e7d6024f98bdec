import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const ROOT = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** https://pre-commit.com/#creating-new-hooks */
const preCommitHooks = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    name: z.string().min(1),
    description: z.string(),
    entry: z.string().regex(/^npx --no-install g6-dashboards /),
    language: z.literal('system'),
    files: z.string(),
    pass_filenames: z.boolean(),
  }),
);

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax */
const compositeAction = z.strictObject({
  name: z.string(),
  description: z.string(),
  inputs: z.record(
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({ description: z.string(), default: z.string() }),
  ),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        name: z.string(),
        if: z.string().optional(),
        // Required of every step of a composite action that runs a script.
        shell: z.literal('bash'),
        'working-directory': z.string(),
        env: z.record(z.string(), z.string()),
        run: z.string(),
      }),
    ),
  }),
});

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
const scheduledWorkflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    schedule: z.array(z.strictObject({ cron: z.string().regex(/^\d+ \d+ \* \* \*$/) })),
    workflow_dispatch: z.null(),
  }),
  permissions: z.strictObject({ contents: z.literal('read'), issues: z.literal('write') }),
  jobs: z.strictObject({
    check: z.strictObject({
      'runs-on': z.string(),
      steps: z.array(
        z.strictObject({
          name: z.string().optional(),
          uses: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
          env: z.record(z.string(), z.string()).optional(),
          run: z.string().optional(),
        }),
      ),
    }),
  }),
});

/** https://docs.gitlab.com/ci/yaml/ */
const gitLabJobs = z.record(
  z.string(),
  z.strictObject({
    image: z.string(),
    rules: z.array(z.strictObject({ if: z.string() })),
    script: z.array(z.string()),
    artifacts: z.strictObject({
      when: z.enum(['on_success', 'on_failure', 'always']),
      reports: z.strictObject({ junit: z.string(), codequality: z.string() }),
    }),
  }),
);

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
const step = z.union([
  z.strictObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() }),
  z.strictObject({
    run: z.string(),
    name: z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
  }),
]);
const pullRequestWorkflow = z.strictObject({
  name: z.string(),
  on: z.literal('pull_request'),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  jobs: z.record(
    z.string(),
    z.strictObject({ if: z.string(), 'runs-on': z.string(), steps: z.array(step) }),
  ),
});

describe('the templates of pipelines', () => {
  it('define hooks for pre-commit, on files that it can match', () => {
    const hooks = preCommitHooks.parse(parse(read('.pre-commit-hooks.yaml')));
    expect(hooks.map(({ id }) => id)).toEqual([
      'g6-dashboards-verify',
      'g6-dashboards-lint',
      'g6-dashboards-generate',
    ]);
    for (const { files } of hooks) {
      const pattern = new RegExp(files);
      expect(pattern.test('dashboards/spec/base.yml')).toBe(true);
      expect(pattern.test('web/g6.config.yaml')).toBe(true);
      expect(pattern.test('src/index.ts')).toBe(false);
    }
  });

  it('define a composite action that uses its inputs, and no others', () => {
    const text = read('templates/github/action.yml');
    const action = compositeAction.parse(parse(text));
    const used = [...text.matchAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g)].map(([, name]) => name);
    expect(new Set(used)).toEqual(new Set(Object.keys(action.inputs)));
    // An input inside a script would be run as part of it.
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('define a workflow for pull requests that writes to nothing but them', () => {
    const { permissions, jobs } = pullRequestWorkflow.parse(
      parse(read('templates/github/report.yml')),
    );
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const scripts = Object.values(jobs).flatMap(({ steps }) =>
      steps.flatMap((one) => ('run' in one ? [one.run] : [])),
    );
    expect(scripts.some((run) => run.includes('g6-dashboards report '))).toBe(true);
    // A branch's name inside a script would be run as part of it.
    for (const run of scripts) expect(run).not.toContain('${{');
  });

  it('define a workflow that opens an issue, whose scripts bash can read', () => {
    const workflow = scheduledWorkflow.parse(parse(read('templates/github/check-dashboards.yml')));
    const scripts = workflow.jobs.check.steps.flatMap(({ run }) => run ?? []);
    expect(scripts.join('\n')).toMatch(/g6-dashboards check --prometheus[^]*gh issue create/);
    for (const script of scripts) {
      execFileSync('bash', ['-n'], { input: script });
      expect(script).not.toContain('${{');
    }
  });

  it('define a job for GitLab whose reports its script writes', () => {
    const { dashboards } = gitLabJobs.parse(
      parse(read('templates/gitlab/dashboards.gitlab-ci.yml')),
    );
    for (const file of Object.values(dashboards?.artifacts.reports ?? {})) {
      expect(dashboards?.script.some((line) => line.includes(` > ${file} `))).toBe(true);
    }
  });

  it('define an image whose instructions Docker has, on a supported Node.js', () => {
    const lines = read('templates/docker/Dockerfile')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^(FROM|RUN|COPY|WORKDIR|USER|ENTRYPOINT|CMD) /);
    expect(lines[0]).toBe('FROM node:22-alpine');
    for (const line of lines.filter((one) => /^(ENTRYPOINT|CMD) /.test(one))) {
      expect(JSON.parse(line.replace(/^\w+ /, ''))).toEqual([expect.any(String)]);
    }
  });
});
