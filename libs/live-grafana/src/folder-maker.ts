import type { GrafanaApi } from './api/grafana-api';
import type { WriteOutcome } from './api/grafana-request';

/** A folder that dashboards go to. */
export interface FolderPlan {
  readonly uid: string;
  /** Undefined for one that has to be there already. */
  readonly title: string | undefined;
  readonly parentUid: string | undefined;
}

/** Creates the folders that dashboards need, each once; one that is there stays as it is. */
export class FolderMaker {
  private readonly made = new Map<string, Promise<WriteOutcome>>();

  constructor(
    private readonly api: GrafanaApi,
    private readonly folders: readonly FolderPlan[],
  ) {}

  /** Sees to it that a folder is there, and those around it. */
  make(uid: string | undefined): Promise<WriteOutcome> {
    if (uid === undefined) return Promise.resolve({ kind: 'done' });
    const known = this.made.get(uid);
    if (known) return known;
    const outcome = this.create(uid);
    this.made.set(uid, outcome);
    return outcome;
  }

  private async create(uid: string): Promise<WriteOutcome> {
    const plan = this.folders.find((folder) => folder.uid === uid);
    const outer = await this.make(plan?.parentUid);
    if (outer.kind !== 'done') return outer;
    const there = await this.api.hasFolder(uid);
    if (there.failure) return { kind: 'failed', failure: there.failure };
    if (there.data) return { kind: 'done' };
    if (plan?.title === undefined) return missing(uid);
    const { title, parentUid } = plan;
    const outcome = await this.api.createFolder({ uid, title, parentUid });
    if (outcome.kind === 'done') return outcome;
    // Somebody else may have created it in the meantime, or an attempt that got no answer did.
    const now = await this.api.hasFolder(uid);
    if (now.data === true) return { kind: 'done' };
    if (outcome.kind === 'failed') return outcome;
    const message = `the folder "${title}" cannot be created: ${outcome.message}`;
    return { kind: 'failed', failure: { kind: 'refused', message } };
  }
}

function missing(uid: string): WriteOutcome {
  const message = `there is no folder with the uid "${uid}"`;
  return { kind: 'failed', failure: { kind: 'refused', message } };
}
