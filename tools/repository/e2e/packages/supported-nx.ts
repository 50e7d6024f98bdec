/** The versions of Nx that the tests cover: the lowest and highest allowed, and our own. */
export const SUPPORTED_NX = { lowest: '23.0.0', current: '23.2.1', highest: '24.0.6' } as const;
