import { lstatSync, mkdirSync, readdirSync, rmSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE, sha256Hex } from '@g6/model';
import { slugOfFile } from '@g6/dashboard-files';
import { placelessProblem, type Problem } from '@g6/problems';
import { readBytes, reasonOf } from './read-text';
import { writeAtomic } from './write-atomic';

/** The names of temporary files, see `writeAtomic`. */
const LEFTOVER = /^\..+\.[0-9a-f]{16}\.tmp$/;
/** A run takes less than this, in milliseconds. */
const LONGEST_RUN = 60 * 60 * 1000;

/** More than any file that we write has. */
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** The folder that generated files go to; nothing outside it is ever written. */
export class OutputFolder {
  constructor(readonly path: string) {}

  /**
   * The text of a file in the folder; undefined if there is none that can be read. A link counts
   * as none: generation would not write through it either.
   */
  read(name: string): string | undefined {
    return this.bytes(name)?.toString('utf8');
  }

  private bytes(name: string): Buffer | undefined {
    const path = join(this.path, name);
    try {
      // Asked first: a link is not followed.
      if (!lstatSync(path).isFile()) return undefined;
      const bytes = readBytes(path, LARGEST_OUTPUT);
      return typeof bytes === 'string' ? undefined : bytes;
    } catch {
      return undefined;
    }
  }

  /**
   * The digests of the files that can be a dashboard or the manifest, ours or not, by their names. Those in `known` are
   * not computed again.
   */
  digests(known: ReadonlyMap<string, string> = new Map()): Readonly<Record<string, string>> {
    const names = [...this.dashboardNames(), MANIFEST_FILE].sort();
    return Object.fromEntries(names.map((name) => [name, known.get(name) ?? this.digest(name)]));
  }

  /** The digest of the file of this name; empty if there is none that can be read, see `read`. */
  private digest(name: string): string {
    const bytes = this.bytes(name);
    return bytes === undefined ? '' : sha256Hex(bytes);
  }

  /** Whether anything at all has this name in the folder. */
  has(name: string): boolean {
    return this.stat(name) !== undefined;
  }

  /** A problem for each name that something other than a file has, and for the folder itself. */
  obstacles(names: readonly string[]): Problem[] {
    const obstacle = this.folderObstacle();
    if (obstacle !== undefined) {
      const message = `${obstacle}; name a folder (it is created if missing)`;
      return [placelessProblem(this.path, 'output-not-a-folder', message)];
    }
    return names.flatMap((name) => {
      const stat = this.stat(name);
      if (!stat || stat.isFile()) return [];
      const kind = stat.isSymbolicLink()
        ? 'a symbolic link'
        : stat.isDirectory()
          ? 'a folder'
          : 'not a file';
      const message = `is ${kind}; remove it, generation writes only plain files here`;
      return [placelessProblem(join(this.path, name), 'output-not-a-file', message)];
    });
  }

  /** Writes a file unless it has this text already, and says whether it did. */
  write(name: string, text: string): boolean {
    if (this.read(name) === text) return false;
    mkdirSync(this.path, { recursive: true });
    const there = this.stat(name);
    const mode = there && there.mode & 0o777;
    // What a power cut may tear is generated again, and `verify` finds it: a flush a file would cost more
    // than the generation of the file.
    writeAtomic(join(this.path, name), text, { mode, durable: false });
    return true;
  }

  /** Removes a file of the folder; one that another run removed first is no failure. */
  remove(name: string): void {
    rmSync(join(this.path, name), { force: true });
  }

  /**
   * Removes the temporary files of runs that were killed: files with our kind of name that are so
   * old that no run can still write them.
   */
  removeLeftovers(now: number = Date.now()): void {
    for (const name of namesIn(this.path)) {
      if (!LEFTOVER.test(name)) continue;
      const stat = this.stat(name);
      if (stat?.isFile() && now - stat.mtimeMs > LONGEST_RUN) this.remove(name);
    }
  }

  private stat(name: string): Stats | undefined {
    try {
      return lstatSync(join(this.path, name));
    } catch {
      return undefined;
    }
  }

  private folderObstacle(): string | undefined {
    try {
      const found = lstatSync(this.path, { throwIfNoEntry: false });
      // A link to a folder is the user's own choice of a place; one to nothing leads nowhere.
      return !found || statSync(this.path).isDirectory() ? undefined : 'is not a folder';
    } catch (error) {
      return `cannot be used as a folder: ${reasonOf(error)}`;
    }
  }

  /** The names of the files that can be a dashboard, ours or not, in order. */
  dashboardNames(): string[] {
    try {
      return readdirSync(this.path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && slugOfFile(entry.name) !== undefined)
        .map((entry) => entry.name)
        .sort();
    } catch {
      return [];
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
