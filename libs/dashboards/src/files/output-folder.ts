import { lstatSync, mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { MANIFEST_FILE } from '../conventions';
import { isOurs } from '../drift/is-ours';
import type { Problem } from '../problems/problem';
import { fileProblem } from './read-text';

/** The folder that generated files go to; nothing outside it is ever written. */
export class OutputFolder {
  constructor(readonly path: string) {}

  /** The text of a file in the folder; undefined where there is none that can be read. */
  read(name: string): string | undefined {
    try {
      return readFileSync(join(this.path, name), 'utf8');
    } catch {
      return undefined;
    }
  }

  /** Whether anything at all has this name in the folder. */
  has(name: string): boolean {
    return lstatSync(join(this.path, name), { throwIfNoEntry: false }) !== undefined;
  }

  /** A problem for each name under which something else than a file lies: it would be written through. */
  obstacles(names: readonly string[]): Problem[] {
    return names.flatMap((name) => {
      const path = join(this.path, name);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      if (!stat || stat.isFile()) return [];
      const kind = stat.isSymbolicLink()
        ? 'a symbolic link'
        : stat.isDirectory()
          ? 'a folder'
          : 'no file';
      const message = `is ${kind}; remove it, generation writes only plain files here`;
      return [fileProblem(path, 'output-not-a-file', message)];
    });
  }

  /**
   * Writes a file unless it has this text already, and says whether it did. The text goes to a
   * temporary name first, so that a crash leaves the old file or the new one.
   */
  write(name: string, text: string): boolean {
    if (this.read(name) === text) return false;
    mkdirSync(this.path, { recursive: true });
    writeFileAtomic(join(this.path, name), text);
    return true;
  }

  /** Names of the dashboards in the folder that we wrote and no slug of these asks for. */
  orphans(slugs: ReadonlySet<string>): string[] {
    return this.dashboardNames()
      .filter((name) => !slugs.has(slugOf(name)))
      .filter((name) => isOurs(this.read(name) ?? ''))
      .map(slugOf);
  }

  /** Removes a file of the folder. */
  remove(name: string): void {
    unlinkSync(join(this.path, name));
  }

  private dashboardNames(): string[] {
    try {
      return readdirSync(this.path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => entry.name)
        .filter((name) => name !== MANIFEST_FILE)
        .sort();
    } catch {
      return [];
    }
  }
}

/** The file name of a dashboard. */
export function dashboardFileName(slug: string): string {
  return `${slug}.json`;
}

function slugOf(name: string): string {
  return name.slice(0, -'.json'.length);
}
