import type { GenerateReport, GenerateRequest } from './generate-request';
import type { BasisReading } from './load-workspace';
import { recordingOf } from './recording';

/** Generates dashboards and the manifest; nothing is written while any problem refuses the input. */
export function generateRun(request: GenerateRequest, loaded?: BasisReading): GenerateReport {
  const recording = loaded === undefined ? recordingOf(request) : undefined;
  if (recording === undefined) return generation().generateFiles(request, loaded);
  const unchanged = recording.unchanged();
  if (unchanged !== undefined) return unchanged;
  const { basisOfRun, generateFiles } = generation();
  const digests = new Map<string, string>();
  const report = generateFiles(request, basisOfRun(request, recording.files), digests);
  recording.keep(report, digests);
  return report;
}

/** All that generates takes a while to load, and a run with nothing to do needs none of it. */
function generation() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  return require('./generate-files') as typeof import('./generate-files');
}
