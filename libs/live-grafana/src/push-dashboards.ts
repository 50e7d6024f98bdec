import type { GrafanaApi, LiveDashboard } from './api/grafana-api';
import { endsEverything, type GrafanaFailure, type WriteOutcome } from './api/grafana-request';
import { type FolderPlan, FolderMaker } from './folder-maker';
import { compareLive, type LiveComparison, type WantedDashboard } from './dashboard-state';
import { markAnnotations, markedMessage, withMark } from './pushed-mark';

/** What became of a dashboard in a push. */
export type PushAction =
  'created' | 'updated' | 'unchanged' | 'refused' | 'failed' | 'removed' | 'skipped';

/** What a push did with a dashboard, and why it did not do more. */
export interface PushedDashboard {
  readonly slug: string;
  readonly uid: string;
  readonly state: LiveComparison['state'];
  readonly action: PushAction;
  readonly reason?: string;
}

/** States that are only overwritten if somebody asks for it. */
export const GUARDED_STATES = ['edited', 'conflict', 'foreign'] as const;

/** A state of {@link GUARDED_STATES}. */
export type GuardedState = (typeof GUARDED_STATES)[number];

/** How a push goes about it. */
export interface PushOptions {
  readonly metaKey: string;
  /** Guarded states that are overwritten all the same. */
  readonly overwrite: readonly GuardedState[];
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
  readonly message: string;
  /** The folders of the dashboards, outer ones before those in them. */
  readonly folders: readonly FolderPlan[];
  /** Told after each dashboard. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A dashboard with what Grafana has of it. */
export interface PushItem {
  readonly wanted: WantedDashboard | undefined;
  readonly found: LiveComparison;
}

/** What a push did, and the failure that ended it early. */
export interface PushOutcome {
  readonly dashboards: readonly PushedDashboard[];
  readonly stopped?: GrafanaFailure;
}

/**
 * Writes the dashboards that differ, each with the version that was seen: who wrote since is never
 * overwritten. Stops at the first failure that every other write would have as well.
 */
export async function pushDashboards(
  items: readonly PushItem[],
  api: GrafanaApi,
  options: PushOptions,
): Promise<PushOutcome> {
  const pusher = new Pusher(api, options);
  const dashboards: PushedDashboard[] = [];
  for (const [done, item] of items.entries()) {
    dashboards.push(await pusher.push(item));
    options.onProgress?.(done + 1, items.length);
  }
  const { stopped } = pusher;
  return { dashboards, ...(stopped ? { stopped } : {}) };
}

type Done = Pick<PushedDashboard, 'action' | 'reason'>;

class Pusher {
  stopped: GrafanaFailure | undefined;
  private readonly folders: FolderMaker;

  constructor(
    private readonly api: GrafanaApi,
    private readonly options: PushOptions,
  ) {
    this.folders = new FolderMaker(api, options.folders);
  }

  async push({ wanted, found }: PushItem): Promise<PushedDashboard> {
    const { slug, uid, state } = found;
    const done = await this.act(wanted, found);
    return { slug, uid, state, ...done };
  }

  private async act(wanted: WantedDashboard | undefined, found: LiveComparison): Promise<Done> {
    const { state } = found;
    if (state === 'same') return { action: 'unchanged' };
    const refusal = refusalOf(found, this.options.overwrite);
    if (refusal !== undefined) return { action: 'refused', reason: refusal };
    if (this.stopped) return { action: 'skipped', reason: 'the push had ended' };
    const action = !wanted ? 'removed' : found.live ? 'updated' : 'created';
    if (this.options.dryRun) return { action };
    if (!wanted) return this.ended(await this.remove(found), action);
    return this.ended(await this.write(wanted, found), action);
  }

  private async remove({ live }: LiveComparison): Promise<WriteOutcome> {
    return live ? this.api.remove(live) : { kind: 'done' };
  }

  private async write(wanted: WantedDashboard, found: LiveComparison): Promise<WriteOutcome> {
    const { uid, spec, folderUid } = wanted;
    const { digest, live } = found;
    const folder = await this.folders.make(folderUid);
    if (folder.kind !== 'done') return folder;
    const { metaKey, message } = this.options;
    const outcome = await this.api.write({
      uid,
      spec: withMark(spec, metaKey, digest),
      // An update that names no folder would move the dashboard to the root.
      folderUid: folderUid ?? live?.folderUid,
      annotations: markAnnotations(metaKey, digest),
      message: markedMessage(message, digest),
      seen: live,
    });
    return outcome.kind === 'done' ? outcome : this.settle(outcome, wanted, live);
  }

  /**
   * Finds out what became of a write whose end is unknown. A connection may break after Grafana has
   * written, and a second attempt is then refused for what the first one wrote.
   */
  private async settle(
    outcome: WriteOutcome,
    wanted: WantedDashboard,
    seen: LiveDashboard | undefined,
  ): Promise<WriteOutcome> {
    const isUnclear =
      outcome.kind === 'stale' ||
      (outcome.kind === 'failed' && ['unreachable', 'slow'].includes(outcome.failure.kind));
    if (!isUnclear) return outcome;
    const { data, failure } = await this.api.read(wanted.uid);
    if (failure) return outcome;
    if (data && data.version !== seen?.version) {
      const now = compareLive(wanted, data, this.options.metaKey);
      if (now.state === 'same') return { kind: 'done' };
      return { kind: 'stale', message: 'somebody else wrote it at the same time' };
    }
    return outcome;
  }

  private ended(outcome: WriteOutcome, action: PushAction): Done {
    if (outcome.kind === 'done') return { action };
    if (outcome.kind === 'stale') {
      const reason = outcome.message === '' ? 'somebody else wrote it' : outcome.message;
      return { action: 'refused', reason };
    }
    if (endsEverything(outcome.failure)) this.stopped = outcome.failure;
    return { action: 'failed', reason: outcome.failure.message };
  }
}

/** Why a dashboard is left alone; undefined if it may be written. */
function refusalOf(found: LiveComparison, overwrite: readonly GuardedState[]): string | undefined {
  const { state, reason, live } = found;
  const because = reason === undefined ? '' : `: ${reason}`;
  if (state === 'orphaned') {
    if (reason === undefined || overwrite.includes('edited')) return undefined;
    return `${reason}; --overwrite edited removes it`;
  }
  const guarded = GUARDED_STATES.find((one) => one === state);
  if (guarded === undefined) return undefined;
  if (live?.managedBy !== undefined) return `${reason ?? ''}; change it there`;
  return overwrite.includes(guarded) ? undefined : `${WORDS[guarded]}${because}`;
}

const WORDS: Readonly<Record<GuardedState, string>> = {
  edited: 'somebody edited it in Grafana; pull the edit, or --overwrite edited',
  conflict: 'it was changed here and in Grafana; --overwrite conflict',
  foreign: 'something else has its uid; --overwrite foreign',
};
