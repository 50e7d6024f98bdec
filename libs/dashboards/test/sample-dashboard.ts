import type { DashboardJson } from '../src/dashboard/dashboard-json';
import { finishDashboard, planDashboard } from '../src/dashboard/generate-dashboard';
import { DEFAULT_OPTIONS, type GenerationOptions } from '../src/dashboard/generation-options';
import { sampleBasis, type Sample } from './sample-context';

/** The whole dashboard of a sample. */
export function sampleDashboard(
  sample: Sample,
  options: Partial<GenerationOptions> = {},
): DashboardJson {
  const { basis, plan } = sampleBasis(sample);
  const all = { ...DEFAULT_OPTIONS, ...options };
  return finishDashboard(planDashboard(plan, basis, all), basis, all);
}
