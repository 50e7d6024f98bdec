import {
  type AllSettings,
  completeSettings,
  pick,
  type RawConfig,
  SETTING_ENTRIES,
  type SettingKey,
  SETTINGS,
  settingsWith,
  type SettingWith,
} from '@g6/settings';

/** Options of the plugin in `nx.json`, a set of dashboards; paths are from the workspace root. */
export type PluginOptions = RawConfig;

/** Settings that the executors take together, as they are written. */
export type Settings = Pick<PluginOptions, SettingWith<{ executors: 'settings' }>>;

/** Plugin options with their defaults. */
export interface NormalizedOptions extends Omit<AllSettings, keyof Settings> {
  /** Only what is set; the library has the defaults. */
  readonly settings: Settings;
}

/**
 * Fills in the defaults. Throws on an unknown option: a misspelt one would otherwise be replaced by
 * its default without a word.
 */
export function normalizeOptions(options: PluginOptions = {}): NormalizedOptions {
  refuseUnknown(options);
  const settings = settingsWith('executors', 'settings');
  const own = SETTING_ENTRIES.map(([key]) => key).filter((key) => !isOneOf(settings, key));
  return {
    ...(pick(completeSettings(options, plainPath), own) as Omit<AllSettings, keyof Settings>),
    settings: pick(
      options,
      settings.filter((key) => options[key] !== undefined),
    ),
  };
}

/** Whether a spec path means one file, by its name alone: inference reads no input. */
export function isYamlFile(path: string): boolean {
  return /\.ya?ml$/.test(path);
}

/** The folder that a path lies in, ending with a slash; empty for the workspace root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isOneOf(keys: readonly SettingKey[], key: SettingKey): key is keyof Settings {
  return keys.includes(key);
}

function refuseUnknown(options: PluginOptions): void {
  const unknown = Object.keys(options).filter((key) => !Object.hasOwn(SETTINGS, key));
  if (unknown.length === 0) return;
  const names = unknown.map((key) => `"${key}"`).join(', ');
  const known = Object.keys(SETTINGS).join(', ');
  throw new Error(`nx.json gives @g6/plugin the option ${names}; it takes ${known}`);
}

/** A path without what says nothing in it: `./` before it, and slashes after it. */
export function plainPath(path: string): string {
  let end = path.length;
  while (path.charAt(end - 1) === '/') end -= 1;
  return path.slice(0, end).replace(/^(\.\/)+/, '');
}
