import type { DashboardJson } from '../src/dashboard-json';
import { finishDashboard, draftDashboard } from '../src/generate-dashboard';
import { DEFAULT_OPTIONS, type GenerationOptions } from '../src/generation-options';
import { sampleBasis, type Sample } from './sample-context';

/** The whole dashboard of a sample. */
export function sampleDashboard(
  sample: Sample,
  options: Partial<GenerationOptions> = {},
): DashboardJson {
  const { basis, plan } = sampleBasis(sample);
  const all = { ...DEFAULT_OPTIONS, ...options };
  return finishDashboard(draftDashboard(plan, basis, all), basis, all);
}
