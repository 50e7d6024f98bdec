import { DEFAULT_TAGS, DEFAULT_UID_PREFIX, META_KEY } from '@g6/model';
import { DEFAULT_CAPS, type PanelCaps } from './cap-panels';
import type { Density } from './place-panels';
import type { UnitInference } from './unit-of';

/** What a user may set about generation; the same for every dashboard of a run. */
export interface GenerationOptions {
  /** How units of automatic panels are found; default `auto`. */
  readonly unitInference: UnitInference;
  /** Layout; default `normal`. */
  readonly density: Density;
  /** Uid of the datasource; default undefined, a variable lets the reader choose. */
  readonly datasourceUid: string | undefined;
  /** Prefix of every dashboard uid; default `g6-`. */
  readonly uidPrefix: string;
  /** Tags of every dashboard beside those of its plan; default `g6`, `generated`. */
  readonly tags: readonly string[];
  /** Key of our metadata in dashboards and panels; default `g6_meta`. */
  readonly metaKey: string;
  /** Whether every dashboard previews its alerts; default false, the plan decides. */
  readonly alertPreview: boolean;
  /** The most panels of each block; default 24 core, 12 efficiency. */
  readonly caps: PanelCaps;
}

export const DEFAULT_OPTIONS: GenerationOptions = {
  unitInference: 'auto',
  density: 'normal',
  datasourceUid: undefined,
  uidPrefix: DEFAULT_UID_PREFIX,
  tags: DEFAULT_TAGS,
  metaKey: META_KEY,
  alertPreview: false,
  caps: DEFAULT_CAPS,
};
