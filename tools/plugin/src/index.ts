/** The Nx plugin: every dashboard plan becomes a project with cacheable targets. */
export { createNodes } from './inference/create-nodes';
export type { PluginOptions } from './inference/plugin-options';

/** The name under which Nx lists the plugin. */
export const name = '@g6/plugin';
