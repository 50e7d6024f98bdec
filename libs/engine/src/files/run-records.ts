import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sha256Hex } from '@g6/model';
import { readBytes } from './read-text';
import { writeAtomic } from './write-atomic';

/** More records than anybody has workspaces; the oldest make room. */
const MOST_RECORDS = 64;
/** More than the record of 50,000 dashboards takes. */
const LARGEST_RECORD = 64 * 1024 * 1024;
const RECORD = /^[0-9a-f]{64}\.json$/;

/** What a run was made of, what it left in its folder, and what it had to say. */
export interface RunRecord<Report> {
  /** The digest of everything that decides what the run writes. */
  readonly inputs: string;
  /** The digests of the files in the folder, by their names. */
  readonly files: Readonly<Record<string, string>>;
  readonly report: Report;
}

/** A record as it is stored: its digest keeps a damaged one from being believed. */
interface StoredRecord {
  readonly digest: string;
  readonly record: string;
}

/**
 * The records of runs, one for each folder of generated files. They are of use to whoever may lose them: without one, a
 * run does all its work, so that nothing that goes wrong with them is worth a word.
 */
export class RunRecords {
  constructor(private readonly folder: string) {}

  /** The record of the last run that wrote a folder; undefined if there is none to rely on. */
  find<Report>(output: string): RunRecord<Report> | undefined {
    try {
      const bytes = readBytes(this.pathOf(output), LARGEST_RECORD);
      if (typeof bytes === 'string') return undefined;
      const { digest, record } = JSON.parse(bytes.toString('utf8')) as StoredRecord;
      return sha256Hex(record) === digest ? (JSON.parse(record) as RunRecord<Report>) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps the record of a run that wrote a folder. */
  keep(output: string, value: RunRecord<unknown>): void {
    const record = JSON.stringify(value);
    const stored: StoredRecord = { digest: sha256Hex(record), record };
    try {
      // What is in it is nobody else's business, nor may anybody else write it.
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeAtomic(this.pathOf(output), JSON.stringify(stored), { mode: 0o600, durable: false });
      this.removeOldest();
    } catch {
      // The next run does all its work again.
    }
  }

  private pathOf(output: string): string {
    return join(this.folder, `${sha256Hex(resolve(output))}.json`);
  }

  private removeOldest(): void {
    const paths = readdirSync(this.folder)
      .filter((name) => RECORD.test(name))
      .map((name) => join(this.folder, name));
    if (paths.length <= MOST_RECORDS) return;
    const byAge = paths
      .map((path) => ({ path, time: statSync(path).mtimeMs }))
      .sort((a, b) => b.time - a.time);
    for (const { path } of byAge.slice(MOST_RECORDS)) rmSync(path, { force: true });
  }
}

/**
 * What tells this build of the program from every other; undefined where it was not built, and so may change between
 * two runs.
 */
export function buildId(): string | undefined {
  try {
    return readFileSync(join(__dirname, 'build-id'), 'utf8');
  } catch {
    return undefined;
  }
}
