import { completeConfig, exportFiles, renderProblems, runRequest } from '@g6/dashboards';

const config = completeConfig({ spec: 'spec', plans: 'plans' });
const { files, problems } = exportFiles({
  ...runRequest(config, { density: 'normal' }, { only: ['governance'] }),
  settings: { format: 'configmap', namespace: 'monitoring' },
});

// Problems without an error among them tell what a form cannot say.
if (problems.length > 0) console.error(renderProblems(problems));
for (const { path, text } of files) console.log(`${path}: ${text.split('\n').length} lines`);
