import { generationOptions, type GenerationOptions } from '@g6/generation';
import type { Config } from '@g6/settings';
import type { Environment } from './environment';
import type { PlansLocation, SpecLocation } from './load-workspace';

/** The input of every run: where things are, which dashboards are meant, how they are generated. */
export interface RunRequest {
  readonly spec: SpecLocation;
  readonly plans: PlansLocation;
  /** Folder of the generated files. */
  readonly output: string;
  /** Slugs to look at; undefined for all. */
  readonly only?: readonly string[] | undefined;
  readonly options: GenerationOptions;
}

/** The request of a run on the workspace of a configuration; on all its plans by default. */
export function runRequest(
  config: Config,
  { density }: Pick<Environment, 'density'>,
  { plans, only }: Partial<Pick<RunRequest, 'plans' | 'only'>> = {},
): RunRequest {
  return {
    spec: { spec: config.spec, efficiency: config.efficiency },
    plans: plans ?? { folder: config.plans },
    output: config.output,
    only,
    options: generationOptions(config, density),
  };
}
