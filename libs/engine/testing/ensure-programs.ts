import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Packages of Debian that tests need besides Prometheus. */
type OtherProgram = 'node-exporter' | 'chromium' | 'zsh' | 'fish';

/** Installs Prometheus, or another program, where it is missing, or throws with what to do; people run the script as well. */
export function ensurePrograms(other?: OtherProgram): void {
  const script = resolve(__dirname, '../../../scripts/ensure-prometheus.mjs');
  const flags = other === undefined ? [] : [`--${other}`];
  const run = spawnSync(process.execPath, [script, ...flags], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}
