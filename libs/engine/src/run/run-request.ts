import { generationOptions, type GenerationOptions } from '@g6/generation';
import type { Problem } from '@g6/problems';
import type { Config } from '@g6/settings';
import { loadProfiles, type PlaceFinder } from '../files/load-profiles';
import type { Environment } from './environment';
import type { PlansLocation, SpecLocation } from './read-workspace';

/** The input of every run: where things are, which dashboards are meant, how they are generated. */
export interface RunRequest {
  readonly spec: SpecLocation;
  readonly plans: PlansLocation;
  /** Folder of the generated files. */
  readonly output: string;
  /** Slugs to look at; undefined for all. */
  readonly only?: readonly string[] | undefined;
  readonly options: GenerationOptions;
  /** The files with the profiles of the workspace; default none. */
  readonly profileFiles?: readonly string[] | undefined;
  /** What keeps its profiles from being used; default nothing. */
  readonly problems?: readonly Problem[] | undefined;
}

/** What a request may say besides the configuration. */
interface RequestParts extends Partial<Pick<RunRequest, 'plans' | 'only'>> {
  /** Finds the setting `profiles` in the configuration. */
  readonly placeOfProfiles?: PlaceFinder | undefined;
}

/**
 * The request of a run on the workspace of a configuration; on all its plans by default. Loads the
 * module that its setting `profiles` names.
 */
export function runRequest(
  config: Config,
  { density }: Pick<Environment, 'density'>,
  { plans, only, placeOfProfiles }: RequestParts = {},
): RunRequest {
  const { profiles, problems, files } = loadProfiles(config.profiles, placeOfProfiles);
  return {
    spec: { spec: config.spec, efficiency: config.efficiency },
    plans: plans ?? { folder: config.plans },
    output: config.output,
    only,
    options: { ...generationOptions(config, density), ownProfiles: profiles },
    profileFiles: files,
    problems,
  };
}
