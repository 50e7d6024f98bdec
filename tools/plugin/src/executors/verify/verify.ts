import { join } from 'node:path';
import {
  driftDetails,
  driftTokens,
  hasDrift,
  hasErrors,
  orphanDrift,
  readEnvironment,
  verifyRun,
  type Drift,
} from '@g6/dashboards';
import { BasisCache } from '../basis-cache';
import { refused, warnings, type Outcome } from '../outcome';
import { runRequest, type RunOptions } from '../run-options';

/** Options of the executor `verify`; without a plan, the slug's file should not be there. */
export interface VerifyOptions extends RunOptions {
  readonly slug: string;
  readonly plan?: string;
}

/** Compares one dashboard with what would be generated; never writes. */
export function verifyOne(options: VerifyOptions, root: string, basis = new BasisCache()): Outcome {
  const { slug, plan } = options;
  if (plan === undefined) return told(slug, [orphanDrift(join(root, options.output), slug)], '');
  const request = runRequest(options, { single: plan }, root);
  const report = verifyRun({ ...request, only: [slug], orphans: false }, basis.get(request));
  if (hasErrors(report.problems)) return refused(report.problems);
  return told(slug, report.drifts, warnings(report.problems));
}

function told(slug: string, drifts: readonly Drift[], before: string): Outcome {
  if (!drifts.some(hasDrift)) return { success: true, output: `${before}${slug}: no drift\n` };
  const details = readEnvironment(process.env).verboseDrift ? driftDetails(drifts) : [];
  const lines = [...driftTokens(drifts), ...details];
  return { success: false, output: `${before}${lines.join('\n')}\n` };
}
