import {
  type Config,
  DEFAULT_CONFIG,
  type GenerationSettings,
  generationSettings,
} from '@g6/settings';
import type { Density } from './place-panels';
import type { Profile } from './profiles/profile';

/** The options of generation, the same for every dashboard of a run. */
export interface GenerationOptions extends GenerationSettings {
  /** Layout; default `normal`. */
  readonly density: Density;
  /** Profiles that the workspace brings along, none with the name of a built-in one; default none. */
  readonly ownProfiles?: readonly Profile[] | undefined;
}

/** The options of generation that a configuration and an environment ask for. */
export function generationOptions(config: Config, density: Density): GenerationOptions {
  return { ...generationSettings(config), density };
}

/** The options of generation of a workspace that sets nothing. */
export const DEFAULT_OPTIONS: GenerationOptions = generationOptions(DEFAULT_CONFIG, 'normal');
