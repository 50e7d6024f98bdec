import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** Root of the repository that these tests belong to. */
export const REPOSITORY = join(__dirname, '../../..');

/** The command line as it is installed. */
export const PROGRAM = join(REPOSITORY, 'libs/engine/bin/g6-dashboards.js');

/** Starts a preview on any free port; its first line of output is its URL. */
export function startPreview(
  cwd: string,
  ...args: readonly string[]
): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [PROGRAM, 'preview', '--port', '0', ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      resolve({ server, url: text.split('\n')[0] ?? '' });
    });
    server.on('exit', (status) => {
      reject(new Error(`the preview ended with ${status ?? 'a signal'}`));
    });
  });
}
