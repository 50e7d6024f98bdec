export {
  type AllSettings,
  completeConfig,
  completeSettings,
  type Config,
  CONFIG_FILES,
  NX_FILE,
  NX_PLUGIN,
  DEFAULT_CONFIG,
  type GenerationSettings,
  generationSettings,
  pick,
  type RawConfig,
  type RuleSettings,
  ruleSettings,
} from './config';
export { configSchema } from './config-schema';
export { capitalized, describeDefault, describeSetting } from './describe-setting';
export { nxOptionProblems } from './nx-option-problems';
export {
  fileMisplacement,
  folderMisplacement,
  type InputPlace,
  inputPlaces,
  outsideMisplacement,
  misplacedOutputs,
  PLACEMENT_HINT,
} from './output-placement';
export { type ConfigReading, placeOfSetting, readConfig, readNxConfig } from './read-config';
export { type Field, fits, type Flag, isModuleFile, type Setting } from './setting';
export {
  SETTING_ENTRIES,
  type SettingKey,
  SETTINGS,
  settingsWith,
  type SettingWith,
} from './settings';
