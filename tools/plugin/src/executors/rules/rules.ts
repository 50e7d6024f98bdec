import {
  printRules,
  printRulesCheck,
  ruleOptions,
  type RulesRequest,
  type Shell,
} from '@g6/dashboards';
import type { Task } from '../executor';
import { nxShell } from '../nx-shell';
import { type AnnotatedOptions, executorRequest, runConfig, type RunOptions } from '../run-options';

/** Options of the executors `rules` and `verify-rules`. */
export interface RulesOptions extends Omit<RunOptions, 'output'>, AnnotatedOptions {
  /** Whether to record as well what no panel reads yet; default false. */
  readonly suggest?: boolean;
}

/** Writes the recording rules, the alerting rules and their tests. */
export const writeRules: Task<RulesOptions> = (options, { root, projectName }) =>
  printRules({ ...rulesRequest(options, root), dryRun: false }, rulesShell(options, projectName));

/** Compares the rule files with what would be generated; never writes. */
export const verifyRules: Task<RulesOptions> = (options, { root, projectName }) =>
  printRulesCheck(rulesRequest(options, root), rulesShell(options, projectName));

function rulesShell({ format }: RulesOptions, project = 'dashboards'): Shell {
  return nxShell({ rulesCommand: `nx run ${project}:rules`, format });
}

function rulesRequest(options: RulesOptions, root: string): RulesRequest {
  const config = runConfig(options, root);
  return {
    ...executorRequest(options, root),
    folder: config.rules,
    rules: ruleOptions(config, options.suggest ?? false),
  };
}
