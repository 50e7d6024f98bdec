import { isAbsolute, join } from 'node:path';

/**
 * The folder for what is kept of earlier runs, where the system has such files of a user; undefined if its environment
 * names none.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const base = env['XDG_CACHE_HOME'] ?? ofPlatform(env, platform);
  // The specification of that variable asks to ignore a relative path.
  return base === undefined || !isAbsolute(base) ? undefined : join(base, 'g6-dashboards');
}

function ofPlatform(
  { HOME: home, LOCALAPPDATA: local }: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === 'win32') return local;
  if (home === undefined) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}
