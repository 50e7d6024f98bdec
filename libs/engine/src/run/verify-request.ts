import type { Drift } from '@g6/dashboard-files';
import type { Problem } from '@g6/problems';
import type { RuleOptions } from '@g6/rules';
import type { RunRequest } from './run-request';

/** Verification options, in addition to those of every run. */
export interface VerifyRequest extends RunRequest {
  /** Whether to look for generated files without a plan; only sensible if all plans are known. */
  readonly orphans: boolean;
  /** Whether to verify the manifest, of a partial run the entries of its slugs; default true. */
  readonly manifest?: boolean;
  /** How rules are derived, to verify an export of them; default that of a workspace that sets nothing. */
  readonly rules?: RuleOptions;
  /** Called after each dashboard. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The drift of the dashboards of a run. */
export interface VerifyReport {
  readonly problems: readonly Problem[];
  /** The dashboards looked at, in slug order. */
  readonly checked: readonly string[];
  /** One entry for each dashboard looked at, for the manifest, and for each orphan. */
  readonly drifts: readonly Drift[];
}
