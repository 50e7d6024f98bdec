import { placelessProblem, type Problem } from '@g6/problems';

/** A name that a project cannot have, because another project has it. */
export interface NameTaken {
  readonly name: string;
  /** The file that the project comes from. */
  readonly file: string;
  /** The file that the other project comes from. */
  readonly owner: string;
  /** The option of `nx.json` that gives the project another name. */
  readonly option: 'project' | 'projectPrefix';
}

/** The problem of a taken name: Nx refuses every command while two projects share one. */
export function nameTakenProblem({ name, file, owner, option }: NameTaken): Problem {
  const whose = option === 'project' ? 'the project of all dashboards' : 'its project';
  const hint =
    option === 'project'
      ? 'set "project" in the options of @g6/plugin in nx.json; init takes --project=NAME'
      : 'set "projectPrefix" in the options of @g6/plugin in nx.json (init takes --projectPrefix=NAME), or choose another slug';
  const message = `${whose} cannot have the name "${name}", which the one of ${owner} has`;
  return placelessProblem(file, 'project-name-taken', message, hint);
}
