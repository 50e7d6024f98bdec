import type { NormalizedOptions } from './plugin-options';
import {
  DASHBOARD_TAG,
  dashboardName,
  dashboardRoot,
  executorTarget,
  generatorInputs,
  outputFile,
  runOptions,
  TECHNOLOGIES,
  type Projects,
} from './target';

/** The project of a generated file whose plan is gone: verification tells of it. */
export function orphanProject(slug: string, options: NormalizedOptions): Projects {
  const file = outputFile(slug, options);
  return {
    [dashboardRoot(slug, options)]: {
      name: dashboardName(slug, options),
      projectType: 'library',
      tags: [DASHBOARD_TAG],
      metadata: {
        description: `${file} was generated, and has no plan any more`,
        technologies: TECHNOLOGIES,
        targetGroups: { Dashboard: ['verify'] },
      },
      targets: {
        verify: executorTarget('verify', {
          description: 'Fails: a generated dashboard has no plan any more',
          // A generation in the same command may remove the file before it is looked at.
          cache: false,
          inputs: [`{workspaceRoot}/${file}`, ...generatorInputs(options)],
          outputs: [],
          options: { ...runOptions(options), slug },
          dependsOn: [...options.generator.dependsOn],
        }),
      },
    },
  };
}
