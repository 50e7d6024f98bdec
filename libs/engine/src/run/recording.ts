import { OutputFolder } from '../files/output-folder';
import { buildId, type RunRecord, RunRecords } from '../files/run-records';
import { sha256Hex } from '@g6/model';
import { compareText, hasErrors } from '@g6/problems';
import type { GenerateReport, GenerateRequest } from './generate-request';
import { readBasisFiles, readPlanFiles, type WorkspaceFiles } from './read-workspace';

/** What a run has to say again if it finds nothing to do. */
type Remembered = Pick<GenerateReport, 'problems' | 'truncated' | 'unchanged'>;

/** A run of all dashboards, whose record tells the next one whether there is anything to do. */
export interface Recording {
  /** The report of this run, if it would write what is there already; undefined if it may not. */
  readonly unchanged: () => GenerateReport | undefined;
  /** The files that the digest of its inputs is taken from, for the run to be made of them. */
  readonly files: WorkspaceFiles;
  /** Keeps the record of the run, with the digests of the files that it wrote or would have written. */
  readonly keep: (report: GenerateReport, digests: ReadonlyMap<string, string>) => void;
}

/** Reads what a run is made of; undefined if it keeps no record, or is made of more than texts and options. */
export function recordingOf(
  request: GenerateRequest,
  build: string | undefined = buildId(),
): Recording | undefined {
  if (request.records === undefined || build === undefined || !isWhole(request)) return undefined;
  const files = { basis: readBasisFiles(request.spec), plans: readPlanFiles(request.plans) };
  const inputs = digestOfInputs(request, files, build);
  const records = new RunRecords(request.records);
  const { output: folder } = request;
  const output = new OutputFolder(folder);
  return {
    files,
    unchanged: () => {
      const record = records.find<Remembered>(folder);
      if (record?.inputs !== inputs || !isThere(record, output)) return undefined;
      output.removeLeftovers();
      const { problems, unchanged, truncated } = record.report;
      return { problems, written: [], unchanged, truncated, pruned: [], manifestWritten: false };
    },
    keep: (report, digests) => {
      if (hasErrors(report.problems)) return;
      const { problems, truncated, written } = report;
      const unchanged = [...written, ...report.unchanged].sort(compareText);
      const remembered: Remembered = { problems, truncated, unchanged };
      records.keep(folder, { inputs, files: output.digests(digests), report: remembered });
    },
  };
}

/** The digest of all that decides what a run writes; texts go into it by their own, so that none is copied. */
function digestOfInputs(
  { spec, plans, options }: GenerateRequest,
  files: WorkspaceFiles,
  build: string,
): string {
  const readings = [files.basis.spec, files.basis.efficiency, files.plans];
  const digests = readings.map((reading) => ({
    files: reading.files.map((file) => sha256Hex(JSON.stringify(file))),
    problems: reading.problems,
  }));
  return sha256Hex(JSON.stringify({ build, spec, plans, options, digests }));
}

/** Whether a run is for all dashboards and files, and nothing but texts and options decides what it writes. */
function isWhole(request: GenerateRequest): boolean {
  const { scope, only, dryRun, prune, profileFiles = [], problems = [], options } = request;
  const { ownProfiles = [] } = options;
  const isAll = scope === 'all' && only === undefined && !dryRun && prune === undefined;
  return isAll && profileFiles.length + problems.length + ownProfiles.length === 0;
}

function isThere({ files }: RunRecord<unknown>, output: OutputFolder): boolean {
  const there = Object.entries(output.digests());
  return (
    there.length === Object.keys(files).length &&
    there.every(([name, digest]) => digest !== '' && files[name] === digest)
  );
}
