import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';

const PROJECT_FILE = 'project.json';
const PACKAGE_FILE = 'package.json';

/** The files that give Nx projects their names, as patterns. */
export const NAMING_FILES = [PROJECT_FILE, PACKAGE_FILE].flatMap((name) => [name, `**/${name}`]);

/** Files by the name of the project that they define. */
export type NameOwners = ReadonlyMap<string, string>;

interface Manifest {
  readonly name?: unknown;
  readonly nx?: { readonly name?: unknown };
}

/** Whether a file gives a project its name. */
export function isNamingFile(file: string): boolean {
  return [PROJECT_FILE, PACKAGE_FILE].includes(basename(file));
}

/** Finds the projects that have one of these names, by the rules of Nx for its naming files. */
export async function foreignNames(
  wanted: ReadonlySet<string>,
  files: readonly string[],
  root: string,
): Promise<NameOwners> {
  const projects = files.filter((file) => basename(file) === PROJECT_FILE);
  const folders = new Set(projects.map((file) => dirname(file)));
  const packages = files.filter(
    (file) => basename(file) === PACKAGE_FILE && !folders.has(dirname(file)),
  );
  const named = (found: readonly string[], nameOf: (file: string) => string) =>
    found.map((file) => [nameOf(file), file] as const).filter(([name]) => wanted.has(name));
  const owners = named(projects, (file) => projectName(file, root));
  const candidates = named(packages, (file) => packageName(file, root));
  return new Map([...(await inWorkspaces(candidates, root)), ...owners]);
}

function projectName(file: string, root: string): string {
  const { name } = readManifest(join(root, file));
  return typeof name === 'string' ? name : packageName(join(dirname(file), PACKAGE_FILE), root);
}

function packageName(file: string, root: string): string {
  const { name, nx } = readManifest(join(root, file));
  const given = nx?.name ?? name;
  return typeof given === 'string' ? given : basename(dirname(file)).toLowerCase();
}

/** A file that is absent or broken names nothing; Nx itself reports what is wrong with it. */
function readManifest(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch {
    return {};
  }
}

/** Of packages only those of the workspaces are projects. Nx is asked for them only after a clash. */
async function inWorkspaces(
  candidates: readonly (readonly [string, string])[],
  root: string,
): Promise<readonly (readonly [string, string])[]> {
  if (candidates.length === 0) return [];
  const { buildPackageJsonPatterns, buildPackageJsonWorkspacesMatcher } =
    await import('nx/src/plugins/package-json');
  const patterns = buildPackageJsonPatterns(
    root,
    (file) => readManifest(join(root, file)) as never,
  );
  const isProject = buildPackageJsonWorkspacesMatcher(patterns);
  return candidates.filter(([, file]) => isProject(file));
}
