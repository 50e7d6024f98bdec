import type { Problem } from '@g6/problems';
import type { RunRequest } from './run-request';

/** The files that a generation run writes: all, only dashboards, or only the manifest. */
export type GenerateScope = 'all' | 'dashboards' | 'manifest';

/** Generation options, in addition to those of every run. */
export interface GenerateRequest extends RunRequest {
  readonly scope: GenerateScope;
  /** Seconds since 1970, for the manifest. */
  readonly now: number;
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Whether generated files without a plan are removed; default if no slugs are asked for. */
  readonly prune?: boolean;
  /**
   * The folder of the records of earlier runs. A run of all dashboards that would read what the last one read, and finds
   * what that one left, does nothing more; default none.
   */
  readonly records?: string | undefined;
  /** Called after each dashboard. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Panels that the caps left out of a dashboard. */
export interface Truncation {
  readonly slug: string;
  readonly titles: readonly string[];
}

/** The files that a generation run wrote or removed, or would write or remove. */
export interface GenerateReport {
  readonly problems: readonly Problem[];
  /** Slugs whose file was written, in order. */
  readonly written: readonly string[];
  /** Slugs whose file had its text already. */
  readonly unchanged: readonly string[];
  /** Slugs whose file was removed because no plan asks for it any more. */
  readonly pruned: readonly string[];
  readonly truncated: readonly Truncation[];
  /** Whether the manifest was written. */
  readonly manifestWritten: boolean;
}
