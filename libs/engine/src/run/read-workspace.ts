import type { PlanFile, SpecFile } from '@g6/model';
import {
  countEntries,
  readEfficiencyFile,
  readPlanFolder,
  readPlanFile,
  readSinglePlan,
  readSpecFiles,
  type FilesReading,
} from '../files/read-inputs';
import type { SourceFile } from '@g6/yaml';

/** Where the plans are: a folder with a folder for each, a file of them, or one plan's folder. */
export type PlansLocation =
  { readonly folder: string } | { readonly file: string } | { readonly single: string };

/** Where the catalogue of metrics is. */
export interface SpecLocation {
  /** A YAML file, or a folder of them. */
  readonly spec: string;
  /** The efficiency catalogue; undefined for the one in the folder of the spec, or the default. */
  readonly efficiency?: string | undefined;
}

/** The files of a catalogue of metrics. */
export interface BasisFiles {
  readonly spec: FilesReading<SpecFile>;
  readonly efficiency: FilesReading<SourceFile>;
}

/** Reads the files of a catalogue of metrics. */
export function readBasisFiles(location: SpecLocation): BasisFiles {
  return {
    spec: readSpecFiles(location.spec),
    efficiency: readEfficiencyFile(location.spec, location.efficiency),
  };
}

/**
 * How much work a run is, by the number of its plans: a large one, of hundreds, takes seconds, and a huge one, of
 * thousands, does well to save memory.
 */
export type RunSize = 'usual' | 'large' | 'huge';

/** The size of a run with these plans. */
export function runSize(location: PlansLocation): RunSize {
  const plans = 'folder' in location ? countEntries(location.folder) : 1;
  if (plans > HUGE) return 'huge';
  return plans > LARGE ? 'large' : 'usual';
}

const LARGE = 200;
const HUGE = 2_000;

/** Reads the files of the plans. */
export function readPlanFiles(location: PlansLocation): FilesReading<PlanFile> {
  if ('folder' in location) return readPlanFolder(location.folder);
  return 'file' in location ? readPlanFile(location.file) : readSinglePlan(location.single);
}

/** Whether a location has all plans of a workspace. */
export function holdsAllPlans(location: PlansLocation): boolean {
  return !('single' in location);
}

/** All files that a run reads. */
export interface WorkspaceFiles {
  readonly basis: BasisFiles;
  readonly plans: FilesReading<PlanFile>;
}
