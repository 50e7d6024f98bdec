import type { Tree } from '@nx/devkit';
import { GITLAB_INCLUDE, GITLAB_JOB, GITLAB_PIPELINE } from '@g6/dashboards';
import { packageManagerOf } from './package-manager';

/** Writes the job, and a pipeline that includes it; returns whether the pipeline has to be edited by hand. */
export function addGitLabPipeline(tree: Tree): { readonly includeByHand: boolean } {
  const { lockfile, install, run, globalInstall } = packageManagerOf(tree);
  if (!tree.exists(GITLAB_JOB)) {
    const installs = [...(globalInstall === undefined ? [] : [globalInstall]), install];
    tree.write(GITLAB_JOB, jobText(lockfile, installs, run));
  }
  if (!tree.exists(GITLAB_PIPELINE)) {
    tree.write(GITLAB_PIPELINE, GITLAB_INCLUDE);
    return { includeByHand: false };
  }
  return { includeByHand: tree.read(GITLAB_PIPELINE, 'utf-8')?.includes(GITLAB_JOB) !== true };
}

function jobText(lockfile: string, installs: readonly string[], run: string): string {
  return `dashboards:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    # The history that nx affected compares with.
    GIT_DEPTH: '0'
    # A job has its own container, so the daemon would only watch files that nobody edits.
    NX_DAEMON: 'false'
    # Where the cache below can keep them; Nx would put them in the home folder.
    NX_CACHE_DIRECTORY: .nx/cache
    NX_WORKSPACE_DATA_DIRECTORY: .nx/workspace-data
  cache:
    key:
      files: [${lockfile}]
    paths: [.nx/cache, .nx/workspace-data]
  script:
    # Nx uses no cache that another machine has made, and every container counts as another one.
    - echo 00000000000000000000000000000001 > /etc/machine-id
${installs.map((line) => `    - ${line}\n`).join('')}    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        ${run} affected -t verify --base="$CI_MERGE_REQUEST_DIFF_BASE_SHA" --head=HEAD
      else
        ${run} run-many -t verify
      fi
`;
}
