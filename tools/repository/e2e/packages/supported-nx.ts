/** The versions of Nx that the plugin is proved with: the ends of what it allows, and our own. */
export const SUPPORTED_NX = { lowest: '23.0.0', current: '23.2.1', highest: '24.0.6' } as const;
