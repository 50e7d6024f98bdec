import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stageFile } from './write-atomic';

/** How every slice begins, which tells it from files of others. */
const HEAD = '{\n  "families": [';

/** A folder of slices, a file for each dashboard. */
export class SliceFolder {
  constructor(private readonly folder: string) {}

  /** Writes the slice of a slug, and returns whether that changed anything. */
  write(slug: string, text: string): boolean {
    const path = this.path(slug);
    if (textAt(path) === text) return false;
    mkdirSync(this.folder, { recursive: true });
    // It can be written again at any time, so it need not survive a power cut.
    stageFile(path, text, { durable: false }).commit();
    return true;
  }

  /** Removes the slices of other slugs; what is no slice stays. */
  removeAllBut(slugs: readonly string[]): void {
    if (!existsSync(this.folder)) return;
    const kept = new Set(slugs.map((slug) => `${slug}.json`));
    for (const name of readdirSync(this.folder)) {
      if (kept.has(name) || !/^[a-z][a-z0-9_]*\.json$/.test(name)) continue;
      const path = join(this.folder, name);
      if (textAt(path)?.startsWith(HEAD) === true) rmSync(path);
    }
  }

  private path(slug: string): string {
    return join(this.folder, `${slug}.json`);
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
