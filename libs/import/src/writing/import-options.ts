import type { PlanFile, SpecFile } from '@g6/model';
import type { FoundDashboard } from '../dashboards/found-dashboard';
import type { FoundMetric } from '../found-metric';
import type { FoundRuleGroup } from '../rule-files/found-rule';
import type { MetricSource } from './metric-entry';

/** How imported things are written. */
export interface WriteOptions {
  /** The family of every metric; those of client libraries keep their own. */
  readonly family?: string | undefined;
  /** Whether families, budgets, values and owners may be guessed; default true. */
  readonly guess?: boolean | undefined;
}

/** Where a spec is to be written. */
export interface SpecTarget {
  readonly path: string;
  /** Whether each family gets a file of its own in the folder of that path. */
  readonly isFolder: boolean;
}

/** A text to write; `before` is undefined for a new file. */
export interface WrittenFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly text: string;
}

/** Where an import is written. */
export interface ImportTarget {
  readonly spec: SpecTarget;
  /** The folder of plans; undefined if none are wanted. */
  readonly plans: string | undefined;
}

/** Where an import is written, and what is there. */
export interface ImportWorkspace {
  readonly spec: readonly SpecFile[];
  readonly plans: readonly PlanFile[];
  readonly target: ImportTarget;
}

/** The path of a folder without a slash at its end. */
export function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

/** Everything that an import found. */
export interface Found {
  readonly metrics: readonly FoundMetric[];
  readonly groups: readonly FoundRuleGroup[];
  readonly dashboards: readonly FoundDashboard[];
  /** What the source of the metrics says about all of them. */
  readonly source: MetricSource;
}
