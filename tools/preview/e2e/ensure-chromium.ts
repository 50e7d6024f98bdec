import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { findChromium } from '../src/browser/chromium';

/** The path of a Chromium; installs Debian's where there is none, or throws with what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const script = resolve(__dirname, '../../../scripts/ensure-prometheus.mjs');
  const run = spawnSync(process.execPath, [script, '--chromium'], { encoding: 'utf8' });
  const installed = findChromium();
  if (installed === undefined) throw new Error(run.stderr);
  return installed;
}
