import { objectOf } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import { isSame } from '../normal/strip-defaults';
import type { PanelEdit } from './panel-edits';

/** What to write into a plan for settings of its dashboard that somebody edited in Grafana. */
export function dashboardEdits(generated: JsonObject, live: JsonObject): PanelEdit[] {
  const texts = (['title', 'description', 'refresh'] as const).flatMap((key) => {
    const value = live[key];
    if (typeof value !== 'string' || (generated[key] ?? '') === value) return [];
    return [{ path: [key], value }];
  });
  const [ours, theirs] = [objectOf(generated['time']), objectOf(live['time'])];
  const { from, to } = theirs;
  const isTime = typeof from === 'string' && typeof to === 'string';
  return isTime && !isSame(ours, theirs)
    ? [...texts, { path: ['time'], value: { from, to } }]
    : texts;
}
