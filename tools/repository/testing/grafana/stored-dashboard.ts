/** A JSON object as it travels. */
export type Json = Record<string, unknown>;

/** A version of a dashboard, as its history keeps it. */
export interface StoredVersion {
  readonly resourceVersion: number;
  readonly version: number;
  readonly message: string;
  readonly spec: Json;
}

/** A dashboard as the stand-in keeps it; both APIs read and write the same one. */
export interface StoredDashboard {
  readonly uid: string;
  readonly id: number;
  /** Counts every write on the server, as `metadata.resourceVersion` does. */
  readonly resourceVersion: number;
  /** Counts the versions of this dashboard, as `version` of the classic API does. */
  readonly version: number;
  /** Counts changes of the spec alone. */
  readonly generation: number;
  readonly spec: Json;
  readonly folderUid: string | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether a file of the server provisions it, so that the API may not save it. */
  readonly provisioned: boolean;
  /** Whether a plugin brought it. */
  readonly ofPlugin: boolean;
  readonly history: readonly StoredVersion[];
}

/** A folder as the stand-in keeps it. */
export interface StoredFolder {
  readonly uid: string;
  readonly title: string;
  readonly parentUid: string | undefined;
  readonly version: number;
  readonly resourceVersion: number;
}

/** A write that was done: what it was based on, and what was there. */
export interface DoneWrite {
  readonly uid: string;
  readonly kind: 'create' | 'update' | 'delete';
  /** The resource version that was replaced; undefined for a new dashboard. */
  readonly replaced: number | undefined;
  /** Whether the writer named the version that it had seen. */
  readonly conditional: boolean;
  readonly message: string;
  readonly spec: Json | undefined;
  readonly folderUid: string | undefined;
}

/** What a write would store. */
export interface NewContent {
  readonly spec: Json;
  readonly folderUid: string | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The dashboards and folders of a stand-in. */
export class Store {
  readonly dashboards = new Map<string, StoredDashboard>();
  readonly folders = new Map<string, StoredFolder>();
  readonly writes: DoneWrite[] = [];
  private counter = 100;
  private ids = 0;

  /** Creates or replaces a dashboard; conditions are for the routes to check. */
  put(uid: string, content: NewContent, conditional: boolean): StoredDashboard {
    const before = this.dashboards.get(uid);
    const { message, ...kept } = content;
    const resourceVersion = ++this.counter;
    const version = (before?.version ?? 0) + 1;
    const changed = JSON.stringify(before?.spec) !== JSON.stringify(kept.spec);
    const stored: StoredDashboard = {
      ...kept,
      uid,
      id: before?.id ?? ++this.ids,
      resourceVersion,
      version,
      generation: (before?.generation ?? 0) + (changed ? 1 : 0),
      provisioned: before?.provisioned ?? false,
      ofPlugin: before?.ofPlugin ?? false,
      history: [
        ...(before?.history ?? []),
        { resourceVersion, version, message, spec: content.spec },
      ],
    };
    this.dashboards.set(uid, stored);
    this.writes.push({
      ...{ uid, conditional, message, spec: content.spec, folderUid: content.folderUid },
      kind: before ? 'update' : 'create',
      replaced: before?.resourceVersion,
    });
    return stored;
  }

  /** Marks a dashboard as one that the API may not save. */
  mark(uid: string, marks: Partial<Pick<StoredDashboard, 'provisioned' | 'ofPlugin'>>): void {
    const stored = this.dashboards.get(uid);
    if (stored) this.dashboards.set(uid, { ...stored, ...marks });
  }

  remove(uid: string, conditional: boolean): void {
    const before = this.dashboards.get(uid);
    this.dashboards.delete(uid);
    this.writes.push({
      ...{ uid, conditional, message: '', spec: undefined, folderUid: before?.folderUid },
      kind: 'delete',
      replaced: before?.resourceVersion,
    });
  }

  putFolder(uid: string, title: string, parentUid: string | undefined): StoredFolder {
    const version = (this.folders.get(uid)?.version ?? 0) + 1;
    const folder = { uid, title, parentUid, version, resourceVersion: ++this.counter };
    this.folders.set(uid, folder);
    return folder;
  }
}
