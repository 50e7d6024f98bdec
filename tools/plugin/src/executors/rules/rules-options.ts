import { ruleOptions, type RulesRequest } from '@g6/dashboards';
import { executorRequest, runConfig, type RunOptions } from '../run-options';

/** Options of the executors `rules` and `verify-rules`. */
export interface RulesOptions extends Omit<RunOptions, 'output'> {
  /** Folder of the rule files. */
  readonly rules: string;
  /** Whether to record as well what no panel reads yet; default false. */
  readonly suggest?: boolean;
}

/** The request of a run over the rules of all dashboards. */
export function rulesRequest(options: RulesOptions, root: string): RulesRequest {
  const config = runConfig(options, root);
  return {
    ...executorRequest(options, root),
    folder: config.rules,
    rules: ruleOptions(config, options.suggest ?? false),
  };
}
