import type { TargetConfiguration } from '@nx/devkit';
import type { NormalizedOptions } from './plugin-options';
import { executorTarget, runOptions, type Inputs } from './target';

/** The targets of the aggregate project that make, verify and test the rules of all dashboards. */
export function ruleTargets(
  inputs: Inputs,
  options: NormalizedOptions,
): Record<string, TargetConfiguration> {
  const { rules, plans, generator } = options;
  const { output: _output, ...run } = runOptions(options);
  const given = { ...run, plans, rules };
  const dependsOn = [...generator.dependsOn];
  return {
    rules: executorTarget('rules', {
      description: 'Writes the recording rules, the alerting rules and their tests',
      inputs,
      outputs: [`{workspaceRoot}/${rules}/{recording,alerts,tests}.yml`],
      options: given,
      dependsOn,
    }),
    // Both look at files that `rules` may write in the same run, so no hash could tell their state.
    'verify-rules': executorTarget('verify-rules', {
      description: 'Fails where the rule files on disk are not what would be generated',
      cache: false,
      inputs: [...inputs, `{workspaceRoot}/${rules}/*.yml`],
      outputs: [],
      options: given,
      dependsOn,
    }),
    'test-rules': executorTarget('test-rules', {
      description: 'Has promtool check the rule files and run their tests',
      cache: false,
      inputs: [`{workspaceRoot}/${rules}/*.yml`],
      outputs: [],
      options: { rules },
      dependsOn,
    }),
  };
}
