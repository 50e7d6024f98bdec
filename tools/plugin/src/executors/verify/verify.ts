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
import { executorRequest, runConfig, type RunOptions } from '../run-options';

/** Options of the executor `verify`; without a plan, no file of the slug should be there. */
export interface VerifyOptions extends RunOptions {
  /** Slug of the dashboard. */
  readonly slug: string;
  /** Plan of the dashboard. */
  readonly plan?: string;
}

/** Compares one dashboard with what would be generated; never writes. */
export function verifyOne(options: VerifyOptions, root: string, basis = new BasisCache()): Outcome {
  const { slug, plan } = options;
  if (plan === undefined) return verifyOrphan(slug, options, root);
  const request = executorRequest(options, root, plan);
  const report = verifyRun({ ...request, only: [slug], orphans: false }, basis.get(request));
  if (hasErrors(report.problems)) return refused(report.problems);
  const remedy = `nx run ${slug}:generate writes it anew; or take back the edit`;
  return told(slug, report.drifts, warnings(report.problems), remedy);
}

function verifyOrphan(slug: string, options: VerifyOptions, root: string): Outcome {
  const { output } = options;
  const drift = orphanDrift(join(root, output), slug, runConfig(options, root).metaKey);
  const remedy = `no plan asks for ${output}/${slug}.json; delete it, or generate all dashboards, which does`;
  return told(slug, [drift], '', remedy);
}

/** Tokens and details as every other way of verifying prints them, and below them what to do. */
function told(slug: string, drifts: readonly Drift[], before: string, remedy: string): Outcome {
  if (!drifts.some(hasDrift)) return { success: true, output: `${before}${slug}: no drift\n` };
  const details = readEnvironment(process.env).verboseDrift ? driftDetails(drifts) : [];
  const lines = [...driftTokens(drifts), ...details, remedy];
  return { success: false, output: `${before}${lines.join('\n')}\n` };
}
