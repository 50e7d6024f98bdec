import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  completeConfig,
  type PreviewCatalogue,
  PreviewSource,
  readEnvironment,
  runRequest,
} from '@g6/dashboards';
import { PROGRAM, REPOSITORY } from './started-preview';

/** A workspace in a folder of its own, with generated dashboards and rules. */
export interface WholeWorkspace {
  readonly name: string;
  readonly root: string;
  readonly slugs: readonly string[];
  readonly catalogue: PreviewCatalogue;
}

const CONFIG = 'spec: spec\nplans: plans\noutput: generated\nrules: rules\n';

/** The dashboards of this repository, of its reference, and those of mixins, which are imported. */
export function wholeWorkspaces(folder: string): WholeWorkspace[] {
  const own = prepared(folder, 'g6', (root) => {
    for (const part of ['spec', 'plans']) {
      cpSync(join(REPOSITORY, 'dashboards', part), join(root, part), { recursive: true });
    }
    writeFileSync(join(root, 'g6.config.yaml'), CONFIG);
  });
  const reference = prepared(folder, 'reference', (root) => {
    cpSync(join(REPOSITORY, 'docs/reference/example'), root, { recursive: true });
    // Its profile imports the library.
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  });
  const mixins = ['node', 'kubernetes'].map((mixin) =>
    prepared(folder, mixin, (root) => {
      importMixin(mixin, root);
    }),
  );
  return [own, reference, ...mixins];
}

function prepared(folder: string, name: string, fill: (root: string) => void): WholeWorkspace {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true });
  fill(root);
  run(root, 'generate');
  run(root, 'rules');
  const source = new PreviewSource(() => {
    const at = (path: string) => join(root, path);
    const config = completeConfig(name === 'reference' ? REFERENCE : OWN, at);
    return { request: runRequest(config, readEnvironment({})), files: [], problems: [] };
  });
  const slugs = source.state().dashboards.map(({ slug }) => slug);
  return { name, root, slugs, catalogue: source.catalogue() };
}

const OWN = { spec: 'spec', plans: 'plans', output: 'generated', rules: 'rules' };
const REFERENCE = { ...OWN, spec: 'spec/base.yml' };

/** Generates the dashboards of a mixin, and imports what Grafana would keep of them. */
function importMixin(mixin: string, root: string): void {
  const source = join(REPOSITORY, 'tools/repository/mixins', mixin);
  mkdirSync(join(root, 'spec'), { recursive: true });
  cpSync(join(source, 'spec.yml'), join(root, 'spec/base.yml'));
  writeFileSync(join(root, 'g6.config.yaml'), CONFIG);
  run(root, 'generate', '--plans', join(source, 'plans'), '--output', 'foreign');
  for (const name of readdirSync(join(root, 'foreign'))) {
    const path = join(root, 'foreign', name);
    if (name === 'manifest.json') rmSync(path);
    else writeFileSync(path, withoutMetadata(readFileSync(path, 'utf8')));
  }
  run(root, 'import', 'dashboards', 'foreign');
}

function withoutMetadata(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (key === 'g6_meta' ? undefined : value)),
  );
}

function run(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} in ${cwd}: ${stderr}`);
}
