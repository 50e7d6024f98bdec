export { configSchema } from './config-schema';
export {
  type Config,
  CONFIG_FILE,
  DEFAULT_CONFIG,
  generationOptions,
  type RawConfig,
  ruleOptions,
} from './config';
export { nxOptionProblems } from './nx-option-problems';
export { completeConfig, type ConfigReading, readConfig } from './read-config';
