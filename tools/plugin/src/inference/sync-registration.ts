import type { NxJsonConfiguration, TargetConfiguration } from '@nx/devkit';
import { TECHNOLOGIES, type Projects } from './target';

/** The sync generator, as Nx names it. */
export const SYNC_GENERATOR = '@g6/plugin:sync';

/** The target of the aggregate project that makes the sync generator known to `nx sync`. */
export const SYNC_TARGET = 'sync';

/**
 * Does nothing but carry the sync generator. Nx runs a target's sync generators before the target
 * itself: on a target that nobody needs to run, `nx sync` finds it and no other run pays for it.
 */
export function syncTarget(): TargetConfiguration {
  return {
    executor: 'nx:noop',
    inputs: [],
    syncGenerators: [SYNC_GENERATOR],
    metadata: {
      description: 'Offers to write what drifts; nx sync does so at once, nx sync:check only tells',
      technologies: TECHNOLOGIES,
    },
  };
}

/**
 * Registers the sync generator on the verify targets of a workspace whose `nx.json` lists it under
 * `sync.globalGenerators`. Elsewhere it would come before every verification that is not in CI, and
 * stop it at any drift before the targets say which of them drift.
 */
export function registerSync(projects: Projects, nxJson: NxJsonConfiguration): Projects {
  if (nxJson.sync?.globalGenerators?.includes(SYNC_GENERATOR) !== true) return projects;
  return Object.fromEntries(
    Object.entries(projects).map(([root, project]) => {
      const { verify, ...others } = project.targets ?? {};
      if (!verify) return [root, project];
      const registered = { ...verify, syncGenerators: [SYNC_GENERATOR] };
      return [root, { ...project, targets: { ...others, verify: registered } }];
    }),
  );
}
