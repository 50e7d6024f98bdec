import type { GeneratorCallback, Tree } from '@nx/devkit';
import { newPlan, readSpec, type SpecFile } from '@g6/dashboards';
import { listOption, textOption, type ListOption } from '../list-option';
import { printReport } from '../../print';
import { mayAsk } from '../may-ask';
import { pluginEntry } from '../plugin-entries';
import { nameOwners, takenBySlug } from '../name-owners';
import { refuseErrors } from '../refuse';
import { noSpec, plansInTree, schemaFor, specInTree } from '../tree-inputs';

/** Options of the generator `plan`. */
export interface PlanGeneratorOptions {
  readonly slug: string;
  readonly families?: ListOption;
  readonly title?: string;
  readonly tags?: ListOption;
  readonly description?: string;
  readonly variables?: ListOption;
  readonly project?: string;
}

/** The generator `@g6/plugin:plan`: adds the plan of a dashboard, which generates at once. */
export default async function planGenerator(
  tree: Tree,
  options: PlanGeneratorOptions,
): Promise<GeneratorCallback> {
  const entry = pluginEntry(tree, options.project);
  const spec = specInTree(tree, entry);
  if (spec.length === 0) refuseErrors([noSpec(entry)]);
  const slug = options.slug.trim();
  const path = `${entry.plans}/${slug}/plan.yaml`;
  const plans = plansInTree(tree, entry);
  const request = {
    slug,
    title: textOption(options.title),
    families: listOption(options.families) ?? (await chooseFamilies(spec)),
    tags: listOption(options.tags),
    description: textOption(options.description),
    variables: listOption(options.variables),
  };
  const { text = '', problems } = newPlan(request, {
    path,
    schema: schemaFor(tree, 'plan', { folder: `${entry.plans}/${slug}`, set: entry }, plans),
    spec,
    plans,
    taken: takenBySlug(slug, entry, await nameOwners(tree, entry)),
  });
  refuseErrors(problems);
  tree.write(path, text);
  return () => {
    printReport(`\nGenerate it with: nx run ${entry.project}:generate\n`);
  };
}

async function chooseFamilies(spec: readonly SpecFile[]): Promise<string[]> {
  const { spec: catalogue, problems } = readSpec(spec);
  const families = catalogue.families.map(({ name }) => name);
  if (mayAsk() && families.length > 0) {
    const { askFamilies } = await import('../ask');
    return askFamilies(families);
  }
  refuseErrors(problems);
  throw new Error(
    `name the families that the dashboard shows\nAdd --families=a,b; the spec has ${families.join(', ')}`,
  );
}
