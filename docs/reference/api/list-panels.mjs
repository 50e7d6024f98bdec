import { readFileSync } from 'node:fs';
import { hasErrors, listPanelsInMemory, renderProblems } from '@g6/dashboards';

const textOf = (path) => ({ path, text: readFileSync(path, 'utf8') });

const { problems, panels } = listPanelsInMemory({
  spec: textOf('spec/base.yml'),
  efficiency: textOf('spec/efficiency.yml'),
  plans: ['governance', 'shop'].map((slug) => textOf(`plans/${slug}/plan.yaml`)),
});
if (hasErrors(problems)) throw new Error(renderProblems(problems));

// The panels that read a metric, wherever they come from.
for (const { slug, title, source, exprs } of panels) {
  if (exprs.some((expr) => expr.includes('jobs_queued'))) {
    console.log(`${slug}: "${title}" (${source})`);
  }
}
