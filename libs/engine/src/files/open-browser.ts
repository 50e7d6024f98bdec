import { spawn } from 'node:child_process';

/** Opens a URL in the browser of the user; without one, nothing happens. */
export function openBrowser(url: string): void {
  const [program = '', ...args] = commandOf(process.platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function commandOf(platform: NodeJS.Platform, url: string): string[] {
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return ['xdg-open', url];
}
