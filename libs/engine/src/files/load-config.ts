import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { CONFIG_FILE, type ConfigReading, DEFAULT_CONFIG, readConfig } from '@g6/settings';
import { readText } from './read-text';

/**
 * Loads the configuration that is asked for, else that of the folder the program is started in, else
 * the defaults. Paths in a file are relative to its folder.
 */
export function loadConfig(asked: string | undefined): ConfigReading {
  if (asked === undefined && !existsSync(CONFIG_FILE)) {
    return { config: DEFAULT_CONFIG, problems: [] };
  }
  const path = asked ?? CONFIG_FILE;
  const reading = readText(path);
  if (reading.problem) return { config: DEFAULT_CONFIG, problems: [reading.problem] };
  const folder = dirname(path);
  const resolve = (inside: string) => (isAbsolute(inside) ? inside : join(folder, inside));
  return readConfig({ path, text: reading.text }, resolve);
}
