import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** How long a burst of edits is waited out, in milliseconds. */
const QUIET_TIME = 60;
/** How often inputs are looked at if the file system tells of no change, in milliseconds. */
const POLL_TIME = 2000;
/** How deep below a folder inputs are. */
const DEEPEST = 4;

/** A watcher that runs until it is closed. */
export interface InputWatcher {
  readonly close: () => void;
}

/**
 * Calls back after the files or folders that `inputs` names have changed. The file system says when
 * to look; the time and size of each file say whether anything changed. A slow poll covers file
 * systems that say nothing, as network drives and container mounts do.
 */
export function watchInputs(inputs: () => readonly string[], onChange: () => void): InputWatcher {
  let seen = fingerprint(inputs());
  let watchers = watchFolders(inputs(), look);
  let timer: NodeJS.Timeout | undefined;
  const poll = setInterval(check, POLL_TIME);
  return {
    close: () => {
      clearInterval(poll);
      clearTimeout(timer);
      closeAll(watchers);
    },
  };

  function look(): void {
    clearTimeout(timer);
    timer = setTimeout(check, QUIET_TIME);
  }

  function check(): void {
    const paths = inputs();
    const now = fingerprint(paths);
    if (now === seen) return;
    seen = now;
    closeAll(watchers);
    watchers = watchFolders(paths, look);
    onChange();
  }
}

function closeAll(watchers: readonly FSWatcher[]): void {
  for (const watcher of watchers) watcher.close();
}

/** Watches the folders of all inputs: an editor that replaces a file would end a watch of the file. */
function watchFolders(paths: readonly string[], look: () => void): FSWatcher[] {
  const folders = new Set(
    paths.flatMap((path) => [dirname(path), ...(isFolder(path) ? foldersIn(path, DEEPEST) : [])]),
  );
  return [...folders].flatMap((folder) => {
    try {
      // A folder that goes away, or one watch too many for the system, leaves it to the poll.
      return [watch(folder, look).on('error', () => undefined)];
    } catch {
      return [];
    }
  });
}

function foldersIn(path: string, depth: number): string[] {
  if (depth === 0) return [];
  return [
    path,
    ...entriesOf(path)
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => foldersIn(join(path, name), depth - 1)),
  ];
}

function fingerprint(paths: readonly string[]): string {
  return paths.flatMap((path) => filesIn(path, DEEPEST)).join('\n');
}

function filesIn(path: string, depth: number): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [`${path} is missing`];
  if (!stat.isDirectory()) return [`${path} ${stat.mtimeMs} ${stat.size} ${stat.ino}`];
  if (depth === 0) return [];
  return entriesOf(path)
    .filter((entry) => entry.isDirectory() || /\.(ya?ml|json)$/i.test(entry.name))
    .flatMap(({ name }) => filesIn(join(path, name), depth - 1));
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
