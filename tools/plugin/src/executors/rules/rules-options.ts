import { join, relative } from 'node:path';
import { ruleOptions, type RulesRequest } from '@g6/dashboards';
import { runConfig, runRequest, type RunOptions } from '../run-options';

/** Options of the executors `rules` and `verify-rules`. */
export interface RulesOptions extends Omit<RunOptions, 'output'> {
  /** Folder of plans. */
  readonly plans: string;
  /** Folder of the rule files. */
  readonly rules: string;
  /** Whether to record as well what no panel reads yet; default false. */
  readonly suggest?: boolean;
}

/** Turns the options of an executor into what the library is told. */
export function rulesRequest(options: RulesOptions, root: string): RulesRequest {
  const told = { ...options, output: options.rules };
  return {
    ...runRequest(told, { folder: options.plans }, root),
    folder: relative(process.cwd(), join(root, options.rules)) || '.',
    rules: ruleOptions(runConfig(told), options.suggest ?? false),
  };
}
