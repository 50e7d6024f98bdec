import type { Position, Problem } from '@g6/problems';
import { RawValue, readYaml, shapeProblems, UNCOMPILED, type SourceFile } from '@g6/yaml';
import { configSchema } from './config-schema';
import { completeConfig, DEFAULT_CONFIG, NX_PLUGIN, type Config, type RawConfig } from './config';
import { nxOptionProblems, pluginEntries } from './nx-option-problems';
import { placementProblems } from './placement-problems';
import type { SettingKey } from './settings';

/** A configuration and its problems; with errors among them, it has the defaults. */
export interface ConfigReading {
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/**
 * Reads a configuration; `resolve` turns a path in it into one that the program can open, and
 * `workspace` is its folder, by its absolute path.
 */
export function readConfig(
  source: SourceFile,
  resolve: (path: string) => string = (path) => path,
  workspace?: string,
): ConfigReading {
  const { file, problems } = readYaml(source);
  if (!file) return { config: DEFAULT_CONFIG, problems };
  const shape = configSchema.safeParse(file.value ?? {}, UNCOMPILED);
  if (!shape.success) {
    const found = [...problems, ...shapeProblems(file, shape.error.issues)];
    return { config: DEFAULT_CONFIG, problems: found };
  }
  const misplaced = placementProblems(file, [new RawValue(shape.data, [])], workspace);
  if (misplaced.length > 0) return { config: DEFAULT_CONFIG, problems: misplaced };
  return { config: completeConfig(shape.data, resolve), problems };
}

/**
 * Reads the configuration that an `nx.json` gives the plugin; undefined if it does not list the plugin.
 * An `nx.json` with several sets of dashboards has no configuration of its own.
 */
export function readNxConfig(
  source: SourceFile,
  resolve: (path: string) => string,
): ConfigReading | undefined {
  const { file } = readYaml(source);
  const entries = file ? pluginEntries(file, NX_PLUGIN) : [];
  const [entry, ...more] = entries;
  if (!file || !entry) return undefined;
  const problems = nxOptionProblems(source, NX_PLUGIN);
  if (problems.length > 0) return { config: DEFAULT_CONFIG, problems };
  if (more.length === 0) {
    const options = (entry.at('options').value ?? {}) as RawConfig;
    return { config: completeConfig(options, resolve), problems };
  }
  const warning: Problem = {
    ...file.locate(entry.path),
    code: 'config-ambiguous',
    severity: 'warning',
    message: `${NX_PLUGIN} has ${entries.length} sets of dashboards here; the command line takes the defaults`,
    hint: 'name the settings of one set with --config FILE, or give --spec, --plans and --output',
  };
  return { config: DEFAULT_CONFIG, problems: [warning] };
}

/** Finds a text setting in a configuration, or in an `nx.json` among the options of the plugin. */
export function placeOfSetting(
  source: SourceFile,
  key: SettingKey,
  isMeant: (value: string) => boolean,
): Position | undefined {
  const { file } = readYaml(source);
  if (!file) return undefined;
  const options = pluginEntries(file, NX_PLUGIN).map((entry) => entry.at('options'));
  const written = [new RawValue(file.value, []), ...options].find((one) =>
    isMeant(one.text(key) ?? ''),
  );
  return written && file.locate(written.at(key).path);
}
