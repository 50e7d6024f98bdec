import { CONFIG_FILES, type RawConfig } from '@g6/settings';

/** The settings that a workspace begins with; one that has begun keeps its own. */
export const FIRST_SETTINGS = { specHash: 'slice' } as const satisfies RawConfig;

/** The configuration of a workspace that begins. */
export const FIRST_CONFIG = {
  path: CONFIG_FILES[0],
  text: `# An edit of the spec changes only the dashboards that it concerns.
specHash: ${FIRST_SETTINGS.specHash}
`,
};
