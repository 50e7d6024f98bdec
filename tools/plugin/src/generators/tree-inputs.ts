import { relative } from 'node:path/posix';
import type { Tree } from '@nx/devkit';
import {
  jsonSchemas,
  specFileNames,
  type PlanFile,
  type Problem,
  type SpecFile,
} from '@g6/dashboards';
import { folderOf, type NormalizedOptions } from '../inference/plugin-options';

const SCHEMA_KINDS = ['plan', 'spec'] as const;
type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** The `$schema` comment that the language server of YAML reads. */
const SCHEMA_COMMENT = /^#\s*yaml-language-server:\s*\$schema=(\S+)\s*$/m;

/** Reads the files of the spec, as the pending changes of a generator leave them. */
export function specInTree(tree: Tree, { spec }: NormalizedOptions): SpecFile[] {
  if (tree.isFile(spec)) return [{ path: spec, text: textOf(tree, spec) }];
  const names = specFileNames(tree.children(spec)).filter((name) => tree.isFile(`${spec}/${name}`));
  return names.map((name) => {
    const path = `${spec}/${name}`;
    return { path, relativePath: name, text: textOf(tree, path) };
  });
}

/** The problem of a workspace without a spec. */
export function noSpec({ spec }: NormalizedOptions): Problem {
  return {
    file: spec,
    line: 0,
    column: 0,
    code: 'file-missing',
    severity: 'error',
    message: 'there is no metrics spec',
    hint: 'run nx g @g6/plugin:init for a sample, or correct the option "spec" in nx.json',
  };
}

/** Reads every plan, as the pending changes of a generator leave it. */
export function plansInTree(tree: Tree, { plans }: NormalizedOptions): PlanFile[] {
  return tree
    .children(plans)
    .map((folder) => ({ folder, path: `${plans}/${folder}/plan.yaml` }))
    .filter(({ path }) => tree.isFile(path))
    .map(({ folder, path }) => ({ path, text: textOf(tree, path), form: 'single', folder }));
}

/**
 * The place of the JSON Schema of a file, for editors: the one that a sibling names, else in the
 * installed package, or else in a copy, which this writes. Strict package managers put no package
 * into `node_modules` that `package.json` does not name, and Plug'n'Play puts none there at all.
 */
export function schemaFor(
  tree: Tree,
  kind: SchemaKind,
  { folder, set }: { readonly folder: string; readonly set: NormalizedOptions },
  siblings: readonly { readonly text: string }[] = [],
): string {
  for (const { text } of siblings) {
    const found = SCHEMA_COMMENT.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  const installed = `node_modules/@g6/dashboards/schemas/${kind}.schema.json`;
  const path = tree.exists(installed) ? installed : schemaCopy(kind, set);
  if (path !== installed) copySchema(tree, kind, path);
  return relative(folder, path);
}

/** Brings copies of JSON Schemas to the installed version. */
export function renewSchemas(tree: Tree, set: NormalizedOptions): void {
  for (const kind of SCHEMA_KINDS) {
    const path = schemaCopy(kind, set);
    if (tree.exists(path)) copySchema(tree, kind, path);
  }
}

function schemaCopy(kind: SchemaKind, { plans }: NormalizedOptions): string {
  return `${folderOf(plans)}schemas/${kind}.schema.json`;
}

function copySchema(tree: Tree, kind: SchemaKind, path: string): void {
  const found = jsonSchemas().find(({ file }) => file === `${kind}.schema.json`);
  if (found) tree.write(path, `${JSON.stringify(found.schema, null, 2)}\n`);
}

function textOf(tree: Tree, path: string): string {
  return tree.read(path, 'utf-8') ?? '';
}
