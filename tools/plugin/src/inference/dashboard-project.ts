import { filesTargetsOf } from './files-targets';
import type { DashboardSet } from './dashboard-sets';
import { madeOf, sliceTarget, slicesOf } from './slice-targets';
import {
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
export function dashboardProject(slug: string, count: number, options: DashboardSet): Projects {
  const root = dashboardRoot(slug, options);
  return {
    [root]: {
      name: dashboardName(slug, options),
      projectType: 'library',
      tags: [DASHBOARD_TAG, setTag(options)],
      metadata: {
        description: `Grafana dashboard ${slug}, generated from its plan and the metrics spec`,
        technologies: TECHNOLOGIES,
        targetGroups: { Dashboard: ['generate', 'verify', ...Object.keys(sliceTarget(options))] },
      },
      targets: dashboardTargets(slug, root, count, options),
    },
  };
}

function dashboardTargets(slug: string, root: string, count: number, options: DashboardSet) {
  const file = outputFile(slug, options);
  const inputs: Inputs = [...madeOf(slug, options), '{projectRoot}/plan.yaml', DENSE];
  const targetOptions = { ...runOptions(options), slug, plan: `${root}/plan.yaml` };
  const made = [...options.generator.dependsOn, ...slicesOf(slug, count, options)];
  return {
    ...sliceTarget(options),
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
