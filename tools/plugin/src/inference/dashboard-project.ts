import { filesTargetsOf } from './files-targets';
import type { NormalizedOptions } from './plugin-options';
import {
  catalogueInputs,
  DASHBOARD_TAG,
  dashboardName,
  dashboardRoot,
  executorTarget,
  generatedFileInputs,
  outputFile,
  runOptions,
  setTag,
  TECHNOLOGIES,
  type Inputs,
  type Projects,
} from './target';

const DENSE = { env: 'G6_DASHBOARD_DENSE' };
const VERBOSE = { env: 'G6_DASHBOARD_DIFF_VERBOSE' };

/** The project of one plan of so many: generate and verify its dashboard. */
export function dashboardProject(
  slug: string,
  count: number,
  options: NormalizedOptions,
): Projects {
  const root = dashboardRoot(slug, options);
  return {
    [root]: {
      name: dashboardName(slug, options),
      projectType: 'library',
      tags: [DASHBOARD_TAG, setTag(options)],
      metadata: {
        description: `Grafana dashboard ${slug}, generated from its plan and the metrics spec`,
        technologies: TECHNOLOGIES,
        targetGroups: { Dashboard: ['generate', 'verify'] },
      },
      targets: dashboardTargets(slug, root, count, options),
    },
  };
}

function dashboardTargets(slug: string, root: string, count: number, options: NormalizedOptions) {
  const file = outputFile(slug, options);
  const inputs: Inputs = [...catalogueInputs(options), '{projectRoot}/plan.yaml', DENSE];
  const targetOptions = { ...runOptions(options), slug, plan: `${root}/plan.yaml` };
  const made = [...options.generator.dependsOn];
  return {
    generate: executorTarget('generate', {
      description: `Writes ${file}`,
      inputs,
      outputs: [`{workspaceRoot}/${file}`],
      options: targetOptions,
      dependsOn: made,
    }),
    verify: executorTarget('verify', {
      description: `Fails where ${file} is not what would be generated`,
      inputs: [...inputs, ...generatedFileInputs(file), VERBOSE],
      outputs: [],
      options: targetOptions,
      dependsOn: [
        ...made,
        ...filesTargetsOf(slug, count).map((target) => ({ projects: [options.project], target })),
      ],
    }),
  };
}
