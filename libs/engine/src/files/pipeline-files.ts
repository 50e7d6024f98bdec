import { isJsonObject } from '@g6/generation';
import {
  CHECK_SECRETS,
  CHECK_WORKFLOW,
  checkScript,
  checkWorkflow,
  commandLine,
  gitHook,
  GITLAB_INCLUDE,
  GITLAB_JOB,
  GITLAB_PIPELINE,
  gitLabJob,
  HOOK,
  packageManagerAmong,
  type Pipeline,
  REPORT_WORKFLOW,
  reportWorkflow,
  TURN_ON_HOOKS,
  VERIFY_WORKFLOW,
  verifyWorkflow,
} from '../scaffold';
import { kindOfPath } from './read-inputs';
import { readText } from './read-text';
import type { TextToWrite } from './write-texts';

/** Where pipelines run. */
export const CI_SYSTEMS = ['github', 'gitlab', 'none'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

/** The pipelines that a repository without Nx asks for. */
export interface PipelinesRequest {
  readonly ci: CiSystem;
  /** A workflow of GitHub that posts on pull requests what changed. */
  readonly report: boolean;
  /** A workflow of GitHub that checks the dashboards every morning. */
  readonly check: boolean;
  /** A hook of git that verifies before a commit. */
  readonly hooks: boolean;
  /** The options that name the inputs, as the command line takes them. */
  readonly options: readonly string[];
}

/** Files that are not there yet, and what is left to do by hand. */
export interface PipelineFiles {
  readonly files: readonly TextToWrite[];
  readonly remarks: readonly string[];
}

/** Without a `package.json` there is nothing to install but the command line. */
const ALONE = {
  cache: undefined,
  setup: [],
  install: 'npm install --global @g6/dashboards',
  exec: '',
};

/** The pipelines of the present folder; a file that is there stays as it is. */
export function pipelineFiles(request: PipelinesRequest): PipelineFiles {
  const manager = exists('package.json') ? packageManagerAmong(exists, namesManager()) : ALONE;
  // A beginning has rule files.
  const pipeline = { ...manager, options: request.options, rules: true };
  const parts = [
    ...(request.ci === 'github' ? [one(VERIFY_WORKFLOW, verifyWorkflow(pipeline))] : []),
    ...(request.ci === 'gitlab' ? [gitLab(pipeline)] : []),
    ...(request.report ? [report(pipeline)] : []),
    ...(request.check ? [check(pipeline)] : []),
    ...(request.hooks ? [hook(pipeline)] : []),
  ];
  return {
    files: parts.flatMap(({ files }) => files.filter(({ path }) => !exists(path))),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

function one(path: string, text: string, ...remarks: string[]): PipelineFiles {
  return { files: [{ path, text }], remarks: exists(path) ? [] : remarks };
}

function gitLab(pipeline: Pipeline): PipelineFiles {
  const included =
    !exists(GITLAB_PIPELINE) || readText(GITLAB_PIPELINE).text?.includes(GITLAB_JOB) === true;
  return {
    files: [
      { path: GITLAB_JOB, text: gitLabJob(pipeline) },
      { path: GITLAB_PIPELINE, text: GITLAB_INCLUDE },
    ],
    remarks: included ? [] : [`Add to ${GITLAB_PIPELINE}: include: [{ local: ${GITLAB_JOB} }]`],
  };
}

function report({ exec, options, ...manager }: Pipeline): PipelineFiles {
  const command = commandLine(exec, 'report --base "origin/$BASE" --out report.md', options);
  return one(REPORT_WORKFLOW, reportWorkflow({ ...manager, command }));
}

function check({ exec, options, ...manager }: Pipeline): PipelineFiles {
  const script = checkScript(exec, options);
  return one(CHECK_WORKFLOW, checkWorkflow({ ...manager, script }), CHECK_SECRETS);
}

function hook({ exec, options }: Pipeline): PipelineFiles {
  const text = gitHook('Verifies the dashboards.', commandLine(exec, 'verify', options));
  const remarks = [`Turn the git hook on with: ${TURN_ON_HOOKS}`];
  return { files: [{ path: HOOK, text, mode: 0o755 }], remarks };
}

function exists(path: string): boolean {
  return kindOfPath(path) !== 'nothing';
}

function namesManager(): boolean {
  try {
    const manifest: unknown = JSON.parse(readText('package.json').text ?? '');
    return isJsonObject(manifest) && typeof manifest['packageManager'] === 'string';
  } catch {
    return false;
  }
}
