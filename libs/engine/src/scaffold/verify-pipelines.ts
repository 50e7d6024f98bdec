import { commandLine, nodeSteps, type PackageManager } from './package-manager';

/** The workflow of GitHub that verifies dashboards. */
export const VERIFY_WORKFLOW = '.github/workflows/dashboards.yml';
/** The job of GitLab that verifies dashboards, and the file that has to include it. */
export const GITLAB_JOB = '.gitlab/dashboards.gitlab-ci.yml';
export const GITLAB_PIPELINE = '.gitlab-ci.yml';
/** The hook that git runs before a commit, once `core.hooksPath` names its folder. */
export const HOOK = '.githooks/pre-commit';
/** How to have git run the hooks of the repository. */
export const TURN_ON_HOOKS = 'git config core.hooksPath .githooks';

/** How a repository without Nx runs the command line. */
export interface Pipeline extends Pick<
  PackageManager,
  'setup' | 'install' | 'cache' | 'exec' | 'globalInstall'
> {
  /** Those that name the inputs, as the command line takes them. */
  readonly options: readonly string[];
  /** Whether the repository has rule files, which are checked too. */
  readonly rules: boolean;
}

/** The text of the workflow of GitHub. */
export function verifyWorkflow({ exec, options, rules, ...manager }: Pipeline): string {
  const step = (command: string) =>
    `      - run: ${commandLine(exec, command, options)}\n        if: \${{ !cancelled() }}\n`;
  return `name: Dashboards

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read

jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${nodeSteps(manager)}      - run: ${manager.install}
      - run: ${commandLine(exec, 'verify --format github', options)}
      # Findings are worth knowing if dashboards have drifted, too.
${rules ? step('rules --check --format github') : ''}${step('lint --format github')}`;
}

/** The text of the job of GitLab. */
export function gitLabJob({ exec, options, rules, install, globalInstall }: Pipeline): string {
  const run = (command: string) => commandLine(exec, command, options);
  const installs = [...(globalInstall === undefined ? [] : [globalInstall]), install];
  return `dashboards:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${installs.map((line) => `    - ${line}\n`).join('')}    - status=0
    - ${run('verify --format junit')} > dashboards.junit.xml || status=$?
${rules ? `    - ${run('rules --check')} || status=$?\n` : ''}    - ${run('lint --format gitlab')} > dashboards.codequality.json || status=$?
    - exit "$status"
  artifacts:
    when: always
    reports:
      junit: dashboards.junit.xml
      codequality: dashboards.codequality.json
`;
}

/** The text of a file that GitLab reads where there is none yet. */
export const GITLAB_INCLUDE = `include:\n  - local: ${GITLAB_JOB}\n`;

/** The text of a hook that runs a command. */
export function gitHook(what: string, command: string): string {
  return `#!/bin/sh
# ${what} Turn it on with: ${TURN_ON_HOOKS}
exec ${command}
`;
}
