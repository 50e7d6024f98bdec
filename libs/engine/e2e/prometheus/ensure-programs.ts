import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Installs Prometheus where it is missing, or throws with what to do; people run the script as well. */
export function ensurePrograms(): void {
  const script = resolve(__dirname, '../../../../scripts/ensure-prometheus.mjs');
  const run = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}
