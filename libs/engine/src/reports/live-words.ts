import { driftTokens, NO_DRIFT } from '@g6/dashboard-files';
import type { LiveComparison } from '@g6/live-grafana';

/** The tokens of a dashboard that differs: its state, then the counts that `verify` has. */
export function liveTokens({ slug, state, drift }: LiveComparison): string[] {
  if (state === 'same') return [];
  const { hash, changed, added, removed } = drift;
  const counts = driftTokens([{ slug, ...NO_DRIFT, hash, changed, added, removed }]);
  return [`${state}:${slug}`, ...counts];
}

/** What differs, a line for each part. */
export function liveLines({ slug, reason, differences }: LiveComparison): string[] {
  return [...(reason === undefined ? [] : [reason]), ...differences].map(
    (line) => `${slug}: ${line}`,
  );
}

/** A comparison as JSON has it. */
export function liveJson(found: LiveComparison) {
  const { slug, uid, state, reason, differences, drift } = found;
  const { hash, changed, added, removed } = drift;
  return {
    ...{ slug, uid, state, ...(reason === undefined ? {} : { reason }) },
    ...{ hash, changed, added, removed, differences },
  };
}
