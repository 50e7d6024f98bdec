import { EXIT, hasErrors, type Problem, statusOf } from '@g6/problems';
import { ruleOptions } from '@g6/rules';
import type { Config } from '@g6/settings';
import { pipelineFiles, type PipelinesRequest } from '../files/pipeline-files';
import type { ServerOptions } from '../files/server-access';
import { writeTexts } from '../files/write-texts';
import { importAny, readImportWorkspace } from '../run/import-run';
import type { RunRequest } from '../run/run-request';
import { FIRST_CONFIG } from '../scaffold';
import { type FirstFiles, firstFiles } from '../scaffold/first-files';
import { printGenerate } from './print-generate';
import { importNotes, printWritten } from './print-import';
import { printRules } from './print-rules';
import { Printer, type Printout, type Shell } from './printer';

/** What a beginning generates. */
export interface FirstRunRequest {
  readonly run: RunRequest;
  readonly config: Config;
  /** Seconds since 1970, for the manifest. */
  readonly now: number;
  /** The command that lints. */
  readonly lintCommand: string;
}

/** What a beginning is made from. */
export interface InitRequest extends FirstRunRequest {
  /** Whether the workspace has no configuration yet, and gets one. */
  readonly configures?: boolean | undefined;
  /** URLs, files and folders; none for a sample. */
  readonly sources: readonly string[];
  readonly fetch?: ServerOptions | undefined;
  readonly pipelines?: PipelinesRequest;
  /** Seconds since 1970, up to which a live Prometheus is asked. */
  readonly askedAt: number;
}

/** The question for sources, in the same words wherever it is asked. */
export const SOURCES_QUESTION =
  'Where are your metrics? A URL of an endpoint or of Prometheus, files, folders, or nothing for a sample:';
/** What stands for a sample instead of something that exists. */
export const NO_SOURCE = 'none';

/**
 * Begins a workspace: imports the sources, or writes a sample if there are none, and generates the
 * dashboards and rules. Nothing is written while there is an error.
 */
export async function printInit(request: InitRequest, shell: Shell): Promise<Printout> {
  const first = await printFirstFiles(request, shell);
  if (first.status !== EXIT.done) return first;
  const second = printFirstRun(request, shell);
  const third = printPipelines(request, shell);
  return {
    parts: [...first.parts, ...second.parts, ...third.parts],
    status: second.status === EXIT.done ? third.status : second.status,
  };
}

async function printFirstFiles(
  { sources, fetch, askedAt, config, configures = false }: InitRequest,
  shell: Shell,
): Promise<Printout> {
  const printer = new Printer(shell);
  const { workspace, problems } = readImportWorkspace(config.spec, config.plans);
  const imported =
    sources.length === 0
      ? undefined
      : await importAny({ sources, fetch, now: askedAt }, workspace, problems);
  const { files: first, problems: found } =
    imported ?? withProblems(problems, firstFiles(workspace));
  const files = configures && !hasErrors(found) ? [...first, FIRST_CONFIG] : first;
  const all = hasErrors(found) ? found : [...found, ...writeTexts(files)];
  printer.problems(all);
  if (hasErrors(all)) return printer.end(statusOf(all));
  printWritten(printer, files);
  if (imported) printer.notes(...importNotes(imported));
  return printer.end(statusOf(all));
}

/** Writes the pipelines that are wanted and not there, and says what is left to do by hand. */
function printPipelines({ pipelines }: InitRequest, shell: Shell): Printout {
  const printer = new Printer(shell);
  if (pipelines === undefined) return printer.end(EXIT.done);
  const { files, remarks } = pipelineFiles(pipelines);
  const problems = writeTexts(files);
  printer.problems(problems);
  if (hasErrors(problems)) return printer.end(statusOf(problems));
  if (files.length > 0) printWritten(printer, files);
  printer.notes(...remarks);
  return printer.end(EXIT.done);
}

function withProblems(before: readonly Problem[], { files, problems }: FirstFiles): FirstFiles {
  return { files, problems: [...before, ...problems] };
}

/** Generates the dashboards and rules of a workspace that has just begun, and says what comes next. */
export function printFirstRun(
  { run, config, now, lintCommand }: FirstRunRequest,
  shell: Shell,
): Printout {
  const generated = printGenerate({ ...run, scope: 'all', now, dryRun: false }, shell);
  if (generated.status !== EXIT.done) return generated;
  const rules = { folder: config.rules, rules: ruleOptions(config, false), dryRun: false };
  const recorded = printRules({ ...run, ...rules }, shell);
  const printer = new Printer(shell);
  printer.notes(
    `next: edit ${config.spec}, run ${lintCommand}, and give ${config.output} to Grafana`,
  );
  const { parts } = printer.end(recorded.status);
  return {
    parts: [...generated.parts, ...recorded.parts, ...(recorded.status === EXIT.done ? parts : [])],
    status: recorded.status,
  };
}
