import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './packed-packages';

const FOLDER = 'docs/getting-started/transcripts';

/** Lines that depend on the machine, the day or the network. */
const NOISE = [
  /^npm (warn|notice)/,
  /^\s+(Run duration|Cache|Critical path|Recoverable time):/,
  /^(added|changed|up to date).* in <time>$/,
  /^Hint: run the command with --verbose/,
  /^Output of \d+ successful tasks? (was|were) not shown/,
];

/** Removes from a transcript everything that differs from run to run. */
export function normalizeTranscript(text: string, version: string): string {
  const lines = text
    .replaceAll(version, '<version>')
    .replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:<port>')
    .replaceAll(/\b\d+(\.\d+)?m?s\b/g, '<time>')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !NOISE.some((noise) => noise.test(line)));
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** Reads a published transcript; `npm run transcripts` updates it first. */
export function publishedTranscript(name: string, current: string): string {
  const path = join(REPOSITORY, FOLDER, `${name}.txt`);
  if (process.env['G6_RENEW_TRANSCRIPTS'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, current);
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
