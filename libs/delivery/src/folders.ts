import type { FinishedDashboard } from '@g6/generation';
import { placelessProblem, type Problem } from '@g6/problems';

/** A folder in Grafana. */
export interface Folder {
  /** The titles from the outermost folder to this one. */
  readonly titles: readonly string[];
  readonly title: string;
  /** Stable, since it is made of the titles; at most 40 characters, as Grafana takes. */
  readonly uid: string;
  /** The path of its directory, one for each title. */
  readonly directory: string;
  readonly parent: Folder | undefined;
}

/** The folders of dashboards: outer ones before those in them. */
export interface Folders {
  readonly all: readonly Folder[];
  readonly of: (dashboard: FinishedDashboard) => Folder | undefined;
  readonly problems: readonly Problem[];
}

const LONGEST_UID = 40;

/**
 * Finds the folders that dashboards are in: that of the plan, or else the one that an export asks for.
 * Two folders whose uids or directories would be the same are refused.
 */
export function foldersOf(
  dashboards: readonly FinishedDashboard[],
  fallback: string | undefined,
  uidPrefix: string,
): Folders {
  const folders = new Map<string, Folder>();
  const folderAt = (titles: readonly string[]): Folder | undefined => {
    const title = titles.at(-1);
    if (title === undefined) return undefined;
    const key = titles.join('/');
    const known = folders.get(key);
    if (known) return known;
    const parent = folderAt(titles.slice(0, -1));
    const directory = [...(parent ? [parent.directory] : []), directoryName(title)].join('/');
    const uid = `${uidPrefix}${titles.map(directoryName).join('-')}`.slice(0, LONGEST_UID);
    const folder = { titles, title, uid, directory, parent };
    folders.set(key, folder);
    return folder;
  };
  const of = ({ folder = fallback }: FinishedDashboard) => folderAt(titlesOf(folder));
  for (const dashboard of dashboards) of(dashboard);
  const all = [...folders.values()];
  return { all, of, problems: collisions(all) };
}

function titlesOf(folder: string | undefined): string[] {
  return (folder ?? '').split('/').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

/** The words of a title, in lower case and with hyphens between them. */
function directoryName(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u);
  const name = words.filter((word) => word !== '').join('-');
  // A uid has ASCII only; what has none keeps the codes of its characters.
  return (
    name.replace(/[^a-z0-9_-]/g, (letter) => (letter.codePointAt(0) ?? 0).toString(16)) || 'folder'
  );
}

function collisions(folders: readonly Folder[]): Problem[] {
  const first = new Map<string, Folder>();
  return folders.flatMap((folder) => {
    const other = first.get(folder.uid);
    if (!other) {
      first.set(folder.uid, folder);
      return [];
    }
    const [one, two] = [other, folder].map(({ titles }) => JSON.stringify(titles.join('/')));
    const message = `the folders ${one} and ${two} would both get the uid "${folder.uid}"`;
    return [placelessProblem('folder', 'export-name-taken', message, 'give one another title')];
  });
}
