import { completeValue, isModuleFile, type ValueOf, type WrittenValueOf } from './setting';
import {
  SETTING_ENTRIES,
  type SETTINGS,
  settingsWith,
  type SettingKey,
  type SettingWith,
} from './settings';

type Settings = typeof SETTINGS;

/** Every setting of a workspace, complete. */
export type AllSettings = { readonly [Key in SettingKey]: ValueOf<Settings[Key]> };

/** A configuration: every setting of a workspace besides those of its Nx projects, complete. */
export type Config = Omit<AllSettings, SettingWith<{ becomes: 'project' }>>;

/** The settings as written in `g6.config.yaml` or `nx.json`, where each may be left out. */
export type RawConfig = {
  readonly [Key in SettingKey]?: WrittenValueOf<Settings[Key]> | undefined;
};

/** The settings that are options of generation. */
export type GenerationSettings = Pick<Config, SettingWith<{ becomes: 'generation' }>>;

/** The settings that are options of rules. */
export type RuleSettings = Pick<Config, SettingWith<{ becomes: 'rules' }>>;

/** Names of the file that a command line looks for, in the folder it is started in and upwards. */
export const CONFIG_FILES = ['g6.config.yaml', 'g6.config.yml', 'g6.config.json'] as const;

/** The file of Nx, which has the settings as options of the plugin. */
export const NX_FILE = 'nx.json';

/** The plugin whose options are settings. */
export const NX_PLUGIN = '@g6/plugin';

/** Completes settings with their defaults; `resolve` turns a path into one that can be opened. */
export function completeSettings(
  raw: RawConfig,
  resolve: (path: string) => string = (path) => path,
): AllSettings {
  const values = SETTING_ENTRIES.map(([key, setting]) => {
    const value = completeValue(setting, raw[key]);
    if (typeof value !== 'string') return [key, value];
    const isPath = setting.kind === 'path' || (setting.kind === 'module' && isModuleFile(value));
    return [key, isPath ? resolve(value) : value];
  });
  return Object.fromEntries(values) as AllSettings;
}

/** Completes a configuration with the defaults; `resolve` turns a path into one that can be opened. */
export function completeConfig(raw: RawConfig, resolve?: (path: string) => string): Config {
  const keys = SETTING_ENTRIES.filter(([, { becomes }]) => becomes !== 'project');
  return pick(
    completeSettings(raw, resolve),
    keys.map(([key]) => key as keyof Config),
  );
}

/** The configuration of a workspace that sets nothing. */
export const DEFAULT_CONFIG: Config = completeConfig({});

/** Picks the settings that are options of generation. */
export function generationSettings(config: Config): GenerationSettings {
  return pick(config, settingsWith('becomes', 'generation'));
}

/** Picks the settings that are options of rules. */
export function ruleSettings(config: Config): RuleSettings {
  return pick(config, settingsWith('becomes', 'rules'));
}

/** The entries of an object that have one of these keys, in the order of the keys. */
export function pick<From extends object, Key extends keyof From>(
  from: From,
  keys: readonly Key[],
): Pick<From, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<From, Key>;
}
