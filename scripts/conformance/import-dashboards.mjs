import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const engine = fileURLToPath(new URL('../../libs/engine/dist/index.js', import.meta.url));
const { DEFAULT_OPTIONS, generateRun, importRun } = require(engine);

/**
 * Imports the dashboards of a mixin into an empty workspace, generates them again, and gives each
 * original with what came of it, for `compareDashboard`; undefined if the mixin has none.
 */
export async function importDashboards(folder, scratch) {
  const dashboards = join(folder, 'dashboards');
  if (!existsSync(dashboards)) return undefined;
  mkdirSync(scratch, { recursive: true });
  const [spec, plans, output] = ['spec.yml', 'plans', 'generated'].map((at) => join(scratch, at));
  const request = { form: 'dashboards', sources: [dashboards], spec, plans, now: 0 };
  const imported = await importRun(request);
  const again = await importRun(request);
  const generated = existsSync(plans)
    ? generateRun({
        ...{ spec: { spec }, plans: { folder: plans }, output, options: DEFAULT_OPTIONS },
        ...{ scope: 'all', now: 0, dryRun: false },
      })
    : { problems: [] };
  const problems = [...imported.problems, ...generated.problems];
  const written = readPlans(plans);
  const files = readdirSync(dashboards).filter((file) => file.endsWith('.json'));
  const pairs = files.sort().map((file) => {
    const original = readJson(join(dashboards, file));
    const plan = written.get(original.title);
    return {
      name: file,
      original,
      generated: plan && readJson(join(output, `${plan.slug}.json`)),
      patched: panelsOf(plan).map((panel) => panel.grafana !== undefined),
    };
  });
  return {
    pairs,
    errors: problems.filter(({ severity }) => severity === 'error'),
    warnings: imported.problems.filter(({ severity }) => severity !== 'error'),
    changedAgain: again.files.map(({ path }) => path),
  };
}

/** The plans in a folder by their titles. */
function readPlans(folder) {
  const slugs = existsSync(folder) ? readdirSync(folder) : [];
  const plans = slugs.map((slug) => parse(readFileSync(join(folder, slug, 'plan.yaml'), 'utf8')));
  return new Map(plans.map((plan) => [plan.title, plan]));
}

function panelsOf(plan) {
  return [...(plan?.panels ?? []), ...(plan?.sections ?? []).flatMap(({ panels }) => panels ?? [])];
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
