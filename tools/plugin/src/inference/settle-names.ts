import type { NameTaken } from '@g6/dashboards';
import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import type { NameOwners } from './foreign-names';
import type { Projects } from './target';

/** A name that one of our projects should have. */
export interface NameClaim extends Pick<NameTaken, 'name' | 'file' | 'option'> {
  /** Root of the project. */
  readonly root: string;
}

/** A project that cannot have its name, and the one that it gets. */
export interface Renaming extends NameTaken {
  readonly newName: string;
}

/** Grants names, first come, first served, and gives projects that come too late another name. */
export function settleNames(
  claims: readonly NameClaim[],
  owners: NameOwners,
): ReadonlyMap<string, Renaming> {
  const taken = new Map(owners);
  const renamings = new Map<string, Renaming>();
  for (const { root, name, file, option } of claims) {
    const owner = taken.get(name);
    const newName = owner === undefined ? name : freeName(name, taken);
    taken.set(newName, file);
    if (owner !== undefined) renamings.set(root, { name, file, owner, option, newName });
  }
  return renamings;
}

/** Renames projects whose names are taken; all that their targets do is to say so. */
export function renameProjects(
  projects: Projects,
  renamings: ReadonlyMap<string, Renaming>,
): Projects {
  return Object.fromEntries(
    Object.entries(projects).map(([root, project]) => {
      const renaming = renamings.get(root);
      return [root, renaming ? renamed(project, renaming) : project];
    }),
  );
}

type Project = Omit<ProjectConfiguration, 'root'>;

function renamed(project: Project, { newName, ...taken }: Renaming): Project {
  const targets = Object.entries(project.targets ?? {}).map(([name, target]) => [
    name,
    target.executor === 'nx:noop' ? target : refusal(target, taken),
  ]);
  const description = `Has another name, because the project of ${taken.owner} has "${taken.name}"`;
  return {
    ...project,
    name: newName,
    metadata: { ...project.metadata, description },
    targets: Object.fromEntries(targets) as Record<string, TargetConfiguration>,
  };
}

function refusal({ metadata }: TargetConfiguration, taken: NameTaken): TargetConfiguration {
  return {
    executor: '@g6/plugin:name-taken',
    cache: false,
    inputs: [`{workspaceRoot}/${taken.file}`, `{workspaceRoot}/${taken.owner}`],
    outputs: [],
    options: taken,
    ...(metadata ? { metadata } : {}),
  };
}

function freeName(name: string, taken: NameOwners): string {
  const base = `${name}-name-taken`;
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(free)) return free;
  }
}
