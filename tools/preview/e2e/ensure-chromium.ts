import { ensurePrograms } from '@g6/dashboards/testing';
import { findChromium } from '../src/browser/chromium';

/** The path of a Chromium; installs Debian's where there is none, or throws with what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  ensurePrograms('chromium');
  const installed = findChromium();
  if (installed === undefined) throw new Error('chromium is installed, and not on the PATH');
  return installed;
}
