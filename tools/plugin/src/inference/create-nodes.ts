import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CreateNodesResult, CreateNodesV2 } from '@nx/devkit';
import { aggregateProject, dashboardProject, orphanProject } from './projects';
import { normalizeOptions, type NormalizedOptions, type PluginOptions } from './plugin-options';

const NX_JSON = 'nx.json';
const PLAN_FILE = '/plan.yaml';

/**
 * Infers a project for every plan, one for all of them, and one for every generated file whose plan
 * is gone. It maps paths to targets and reads no file, so that it costs an Nx start next to nothing.
 */
export const createNodes: CreateNodesV2<PluginOptions> = [
  `{${NX_JSON},**${PLAN_FILE}}`,
  (files, rawOptions, context) => {
    const options = normalizeOptions(rawOptions);
    const slugs = files.flatMap((file) => slugOf(file, options) ?? []).sort();
    return files.map((file) => {
      const slug = slugOf(file, options);
      if (slug !== undefined) return [file, { projects: dashboardProject(slug, options) }] as const;
      if (file !== NX_JSON) return [file, {}] as const;
      return [file, workspaceProjects(slugs, options, context.workspaceRoot)] as const;
    });
  },
];

/** The slug of a plan, after its folder; undefined for any other file. */
function slugOf(file: string, { plans }: NormalizedOptions): string | undefined {
  if (!file.startsWith(`${plans}/`) || !file.endsWith(PLAN_FILE)) return undefined;
  const slug = file.slice(plans.length + 1, -PLAN_FILE.length);
  return slug.includes('/') ? undefined : slug;
}

function workspaceProjects(
  slugs: readonly string[],
  options: NormalizedOptions,
  root: string,
): CreateNodesResult {
  const orphans = generatedSlugs(join(root, options.output)).filter(
    (slug) => !slugs.includes(slug),
  );
  const projects = [aggregateProject(slugs, options)].concat(
    orphans.map((slug) => orphanProject(slug, options)),
  );
  return { projects: Object.fromEntries(projects.flatMap((some) => Object.entries(some))) };
}

function generatedSlugs(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^[a-z][a-z0-9_]*\.json$/.test(name) && name !== 'manifest.json')
      .map((name) => name.slice(0, -'.json'.length));
  } catch {
    return [];
  }
}
