import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  countProblems,
  DEFAULT_OPTIONS,
  generateRun,
  hasErrors,
  renderProblems,
  type GenerateReport,
} from '../src';
import { inTemporaryWorkspace, type WorkspaceFiles } from './temporary-workspace';

/** A spec with one family, `bus`, that nothing is wrong with. */
export const SPEC = `version: 1
families:
  bus:
    metrics:
      - {name: bus_total, type: counter, labels: [bus]}
`;

/** A plan for that family. */
export const PLAN = `slug: bus\nfamilies: [bus]\n`;

/** The options of a run that differ from those of a sound workspace. */
export interface Told {
  readonly spec?: string;
  readonly plan?: string;
  readonly efficiency?: string;
  readonly only?: readonly string[];
}

/**
 * Generates from a sound workspace in which some files are replaced, and gives the whole report as
 * a user sees it. Fails where anything was written in spite of an error.
 */
export function reportOf(files: WorkspaceFiles, told: Told = {}): string {
  const sound = {
    ...(told.spec === undefined ? { 'spec.yml': SPEC } : {}),
    ...(told.plan === undefined ? { 'plans/bus/plan.yaml': PLAN } : {}),
  };
  return inTemporaryWorkspace({ ...sound, ...files }, (root) => {
    const { problems } = generateIn(root, told);
    if (hasErrors(problems) && existsSync(join(root, 'out'))) throw new Error('it wrote');
    if (problems.length === 0) return 'no problems';
    const report = `${renderProblems(problems)}\n${countProblems(problems)}`;
    return report.replaceAll(`${root}/`, '');
  });
}

/** Runs a generation in a workspace. */
export function generateIn(root: string, told: Told): GenerateReport {
  const at = (path: string) => join(root, path);
  return generateRun({
    spec: {
      spec: at(told.spec ?? 'spec.yml'),
      ...(told.efficiency === undefined ? {} : { efficiency: at(told.efficiency) }),
    },
    plans: told.plan === undefined ? { folder: at('plans') } : { file: at(told.plan) },
    output: at('out'),
    only: told.only,
    options: DEFAULT_OPTIONS,
    scope: 'all',
    now: 0,
    dryRun: false,
  });
}
