import { compareDashboards, type Drift, NO_DRIFT, objectOf } from '@g6/dashboard-files';
import { type JsonObject, stableJson } from '@g6/generation';
import type { LiveDashboard } from './api/grafana-api';
import { differencesOf } from './differences';
import { normalDashboard } from './normal/normal-dashboard';
import { isSame } from './normal/strip-defaults';
import { contentDigest, isOfThisForm, isOurs, markOf } from './pushed-mark';

/**
 * How a dashboard in Grafana stands to the one that would be pushed: the `same`, `missing`, `behind` (the
 * spec or a plan changed), `edited` (somebody changed it in Grafana), in `conflict` (both, or nobody can
 * tell), `foreign` (its uid is held by something that is not ours), or `orphaned` (ours, without a plan).
 */
export const LIVE_STATES = [
  'same',
  'missing',
  'behind',
  'edited',
  'conflict',
  'foreign',
  'orphaned',
] as const;

/** A state of {@link LIVE_STATES}. */
export type LiveState = (typeof LIVE_STATES)[number];

/** A dashboard that Grafana should have. */
export interface WantedDashboard {
  readonly slug: string;
  readonly uid: string;
  /** Classic JSON with our metadata. */
  readonly spec: JsonObject;
  /** Undefined to leave it where it is. */
  readonly folderUid: string | undefined;
}

/** How a dashboard in Grafana differs from the one that it should be. */
export interface LiveComparison {
  readonly slug: string;
  readonly uid: string;
  readonly state: LiveState;
  /** Why it is in this state, where the state alone does not say it. */
  readonly reason?: string;
  /** Counts and titles, as `verify` has them. */
  readonly drift: Drift;
  /** The parts that differ, in words. */
  readonly differences: readonly string[];
  /** The digest of what would be pushed. */
  readonly digest: string;
  readonly live: LiveDashboard | undefined;
}

/** Compares what should be with what is; `messages` are those of its versions, the newest first. */
export function compareLive(
  wanted: WantedDashboard,
  live: LiveDashboard | undefined,
  metaKey: string,
  messages: readonly string[] = [],
): LiveComparison {
  const { slug, uid } = wanted;
  const ours = normalDashboard(wanted.spec, metaKey);
  const digest = contentDigest(ours, wanted.folderUid);
  const base = { slug, uid, digest, live, drift: { slug, ...NO_DRIFT }, differences: [] };
  if (!live) return { ...base, state: 'missing', drift: { ...base.drift, missing: true } };
  const theirs = normalDashboard(live.spec, metaKey);
  const mark = markOf(live, metaKey, messages);
  const moved = wanted.folderUid !== undefined && wanted.folderUid !== live.folderUid;
  const shownSame = isSame(ours, theirs) && !moved;
  const drift = driftOf(wanted, live, metaKey);
  const differences = [
    ...(moved ? [`folder: ${wanted.folderUid}, in Grafana ${live.folderUid ?? 'none'}`] : []),
    ...(shownSame ? [] : differencesOf(wanted.spec, live.spec, metaKey)),
  ];
  const found = { ...base, drift, differences };
  const stranger = strangerOf(live, metaKey, mark);
  if (stranger !== undefined) return { ...found, state: 'foreign', reason: stranger };
  if (shownSame) return { ...found, state: drift.hash ? 'behind' : 'same' };
  const unedited = mark !== undefined && isUnedited(theirs, live, mark);
  if (unedited) return { ...found, state: 'behind' };
  if (mark === undefined || !isOfThisForm(mark)) {
    return { ...found, state: 'conflict', reason: 'nothing tells what was pushed last' };
  }
  return { ...found, state: mark === digest ? 'edited' : 'conflict' };
}

/** A dashboard of ours that no plan asks for. */
export function orphanOf(live: LiveDashboard, slug: string, metaKey: string): LiveComparison {
  const normal = normalDashboard(live.spec, metaKey);
  const mark = markOf(live, metaKey, []) ?? '';
  const edited = !isUnedited(normal, live, mark);
  return {
    ...{ slug, uid: live.uid, state: 'orphaned', digest: mark, live, differences: [] },
    ...(edited ? { reason: 'it was edited in Grafana' } : {}),
    drift: { slug, ...NO_DRIFT, orphaned: true },
  };
}

/** Whether a dashboard is one that a push wrote and that nothing else looks after. */
export function isPushed(live: LiveDashboard, metaKey: string): boolean {
  const pushed = markOf(live, metaKey, []) !== undefined;
  return pushed && isOurs(live, metaKey) && live.managedBy === undefined;
}

/** Why a dashboard is not ours; undefined if it is. */
function strangerOf(
  live: LiveDashboard,
  metaKey: string,
  mark: string | undefined,
): string | undefined {
  const { managedBy, fault } = live;
  if (managedBy !== undefined) return `it is managed by ${managedBy}`;
  if (fault !== undefined) return fault;
  return isOurs(live, metaKey) || mark !== undefined ? undefined : 'it was not generated';
}

/** The folder counts only if the push said it; whoever did not is not asked. */
function isUnedited(normal: JsonObject, { folderUid }: LiveDashboard, mark: string): boolean {
  return [undefined, folderUid].some((folder) => contentDigest(normal, folder) === mark);
}

/** The tokens of `verify`; what no count tells is said by the state. */
function driftOf({ slug, spec }: WantedDashboard, live: LiveDashboard, metaKey: string): Drift {
  // Metadata that Grafana's page dropped tells of no other spec.
  const dropped = live.spec[metaKey] === undefined;
  const there = dropped ? { ...live.spec, [metaKey]: objectOf(spec[metaKey]) } : live.spec;
  const drift = compareDashboards(slug, stableJson(spec), stableJson(there), metaKey);
  return { ...drift, edited: false };
}
