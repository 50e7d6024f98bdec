import { efficiencyPlaces } from '../files/read-inputs';
import type { RunRequest } from './run-request';

/** The files and folders that a run reads. */
export function inputPaths({ spec, plans, profileFiles = [] }: RunRequest): string[] {
  const ofPlans = 'folder' in plans ? plans.folder : 'file' in plans ? plans.file : plans.single;
  // One that is not there yet counts too: adding it changes dashboards.
  const catalogues =
    spec.efficiency === undefined ? efficiencyPlaces(spec.spec) : [spec.efficiency];
  return [spec.spec, ofPlans, ...catalogues, ...profileFiles];
}
