import { basename, dirname } from 'node:path';
import {
  type DashboardJson,
  DEFAULT_OPTIONS,
  finishDashboard,
  type GenerationOptions,
} from '@g6/generation';
import { dashboardFileOf, encodeDashboard } from '@g6/dashboard-files';
import { type InventoryRow, inventoryRows } from '@g6/inventory';
import { DEFAULT_EFFICIENCY, inByteOrder, type PlanFile, type SpecFile } from '@g6/model';
import { hasErrors, type Problem } from '@g6/problems';
import { DEFAULT_RULE_OPTIONS, type RuleOptions } from '@g6/rules';
import type { SourceFile } from '@g6/yaml';
import { withUnixLines } from '../files/read-inputs';
import { type LintReport, lintRun } from './lint-run';
import { type BasisReading, basisOfFiles, plansOfFiles } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import { makeRules, type RulesOutcome, type RuleText } from './rules-run';
import type { RunRequest } from './run-request';

/** A spec and plans that are given as texts, such as those that an editor holds. */
export interface InMemoryRequest {
  /** One file, or the files of a folder. Problems name a file by its path. */
  readonly spec: SourceFile | readonly SourceFile[];
  /** Files of plans: `<slug>/plan.yaml` has one plan, every other file a list under `dashboards`. */
  readonly plans: SourceFile | readonly SourceFile[];
  /** The efficiency catalogue; default: the one that the package brings. */
  readonly efficiency?: SourceFile | undefined;
  /** What differs from `DEFAULT_OPTIONS`. */
  readonly options?: Partial<GenerationOptions> | undefined;
}

/** A dashboard as `generate` would write it. */
export interface InMemoryDashboard {
  readonly slug: string;
  readonly json: DashboardJson;
  /** The text of its file. */
  readonly text: string;
  /** Titles of the panels that the caps left out. */
  readonly leftOut: readonly string[];
}

/** The dashboards of texts, in slug order; none while a problem refuses the input. */
export interface InMemoryDashboards {
  readonly problems: readonly Problem[];
  readonly dashboards: readonly InMemoryDashboard[];
}

/** The panels of texts, dashboard by dashboard from top to bottom. */
export interface InMemoryPanels {
  readonly problems: readonly Problem[];
  readonly panels: readonly InventoryRow[];
}

/** The rule files of texts, with the numbers that `rules` prints. */
export interface InMemoryRules extends RulesOutcome {
  readonly files: readonly RuleText[];
}

/** Generates dashboards from texts. It reads no file and writes none. */
export function generateInMemory(request: InMemoryRequest): InMemoryDashboards {
  const { run, options } = planTexts(request);
  const dashboards = run.dashboards.map((drafted): InMemoryDashboard => {
    const { slug } = drafted.plan;
    const json = finishDashboard(drafted, run.basis, options);
    const { text } = encodeDashboard(slug, json, options.metaKey);
    return { slug, json, text, leftOut: drafted.dropped.map(({ title }) => title) };
  });
  return { problems: run.problems, dashboards };
}

/** Lists the panels that dashboards of texts would have, with where each comes from. */
export function listPanelsInMemory(request: InMemoryRequest): InMemoryPanels {
  const { run, options } = planTexts(request);
  const panels = run.dashboards.flatMap((drafted) =>
    inventoryRows(dashboardFileOf(drafted.plan.slug, finishDashboard(drafted, run.basis, options))),
  );
  return { problems: run.problems, panels };
}

/**
 * Checks texts by every lint. `today`, as `YYYY-MM-DD`, is the day on which deprecations are judged;
 * with `strict`, warnings weigh as much as errors.
 */
export function lintInMemory(
  request: InMemoryRequest,
  { strict = false, today }: { readonly strict?: boolean; readonly today?: string } = {},
): LintReport {
  const { input, loaded } = readTexts(request);
  return lintRun({ ...input, from: 'memory', strict, today }, loaded);
}

/** Makes the recording rules, the alerting rules and their tests from texts. */
export function rulesInMemory(
  request: InMemoryRequest,
  rules: RuleOptions = DEFAULT_RULE_OPTIONS,
): InMemoryRules {
  const { input, loaded } = readTexts(request);
  const { files, outcome } = makeRules({ ...input, folder: '', rules }, loaded);
  return { ...outcome, files };
}

function planTexts(request: InMemoryRequest): { run: PlannedRun; options: GenerationOptions } {
  const { input, loaded } = readTexts(request);
  return { run: planRun(input, loaded), options: input.options };
}

function readTexts({ spec, plans, efficiency = DEFAULT_EFFICIENCY, options }: InMemoryRequest): {
  input: RunRequest;
  loaded: BasisReading;
} {
  const chosen = { ...DEFAULT_OPTIONS, ...options };
  const files = {
    spec: { files: specFiles(spec), problems: [] },
    efficiency: { files: [unix(efficiency)], problems: [] },
  };
  const loaded = basisOfFiles(files, chosen);
  const planFiles = { files: [plans].flat().map(planFile), problems: [] };
  const reading: BasisReading = hasErrors(loaded.problems.filter(({ file }) => file === 'options'))
    ? loaded
    : { ...loaded, plans: plansOfFiles(planFiles, loaded.basis, true) };
  const nowhere = { spec: { spec: '' }, plans: { file: '' }, output: '' };
  return { input: { ...nowhere, options: chosen }, loaded: reading };
}

/** The hash of a folder covers the names in it, and their order. */
function specFiles(given: InMemoryRequest['spec']): SpecFile[] {
  if (!isList(given)) return [unix(given)];
  const named = given.map((file) => ({ ...unix(file), relativePath: basename(file.path) }));
  const order = inByteOrder(named.map(({ relativePath }) => relativePath));
  return named.sort((a, b) => order.indexOf(a.relativePath) - order.indexOf(b.relativePath));
}

function isList(files: SourceFile | readonly SourceFile[]): files is readonly SourceFile[] {
  return Array.isArray(files);
}

function planFile(file: SourceFile): PlanFile {
  const read = unix(file);
  if (basename(file.path) !== 'plan.yaml') return read;
  return { ...read, form: 'single', folder: basename(dirname(file.path)) };
}

function unix({ path, text }: SourceFile): SourceFile {
  return { path, text: withUnixLines(text) };
}
