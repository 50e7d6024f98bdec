import type { GenerationOptions } from '@g6/generation';
import type { PlansLocation, SpecLocation } from './load-workspace';

/** What every run is told: where things are, which dashboards are meant, how they are generated. */
export interface RunRequest {
  readonly spec: SpecLocation;
  readonly plans: PlansLocation;
  /** Folder of the generated files. */
  readonly output: string;
  /** Slugs to look at; undefined for all. */
  readonly only?: readonly string[] | undefined;
  readonly options: GenerationOptions;
}
