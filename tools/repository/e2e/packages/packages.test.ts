import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFindings } from '@g6/dashboards';
import { packPackages, REPOSITORY, type PackedPackage } from './packed-packages';
import { SUPPORTED_NX } from './supported-nx';

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly peerDependenciesMeta?: Record<string, { readonly optional?: boolean }>;
  readonly engines: Record<string, string>;
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}

const NAMES = ['@g6/dashboards', '@g6/plugin', '@g6/preview'] as const;
type Name = (typeof NAMES)[number];

/** The files that each package may contain. */
const ALLOWED: Record<Name, RegExp> = {
  '@g6/dashboards':
    /^(package\.json|README\.md|LICENSE|bin\/g6-dashboards\.js|dist\/index\.js|dist\/(index|cli|run-cli|command-parser|command-line|settings|inputs|printer|generate|generate-files|add-verify|verify|print-verify|verify-export|engine|drafting|render-run|export-folder|every-command|reports|export|check-own-profiles|profile-failures|nearest-name|yaml|yaml-file|exact-yaml|without-stack-traces|version|re2|undici-parts)\.js(\.map)?|dist\/index\.d\.ts|dist\/build-id|dist\/THIRD-PARTY-NOTICES\.txt|dist\/(lint|check)\/(README|[a-z-]+)\.md|man\/g6-dashboards\.1|schemas\/[a-z-]+\.schema\.json)$/,
  '@g6/preview':
    /^(package\.json|README\.md|LICENSE|dist\/(index|re2)\.js(\.map)?|dist\/index\.d\.ts|dist\/THIRD-PARTY-NOTICES\.txt|dist\/page\/(index\.html|icon\.svg|page\.(css|js)|THIRD-PARTY-NOTICES\.txt))$/,
  '@g6/plugin':
    /^(package\.json|README\.md|LICENSE|(executors|generators|migrations)\.json|bin\/(g6-dashboards|passed-days)\.js|dist\/index\.(js|js\.map|d\.ts)|dist\/chunks\/[a-z-]+\.js(\.map)?|dist\/(executors|generators)\/(?<task>[a-z-]+)\/\k<task>\.(impl|batch)\.js(\.map)?|dist\/THIRD-PARTY-NOTICES\.txt|src\/(executors|generators)\/[a-z-]+\/schema\.json)$/,
};

describe('the packages', () => {
  const base = mkdtempSync(join(tmpdir(), 'g6-packages-'));
  let packed: Record<string, PackedPackage> = {};

  beforeAll(async () => {
    const all = await packPackages(base);
    packed = Object.fromEntries(all.map((each) => [each.name, each]));
    for (const name of NAMES) {
      mkdirSync(folderOf(name), { recursive: true });
      const extract = ['-xzf', packageOf(name).tarball, '-C', folderOf(name)];
      execFileSync('tar', [...extract, '--strip-components=1']);
    }
  });
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  const packageOf = (name: Name) => packed[name] as PackedPackage;
  const folderOf = (name: Name) => join(base, 'extracted', name);
  const pathsOf = (name: Name) => packageOf(name).files.map(({ path }) => path);
  const read = (name: Name, path: string) => readFileSync(join(folderOf(name), path), 'utf8');
  const readJson = (name: Name, path: string) => JSON.parse(read(name, path)) as unknown;
  const manifestOf = (name: Name) => readJson(name, 'package.json') as Manifest;

  it('tell builds of the library apart, without which no run keeps a record', () => {
    expect(read('@g6/dashboards', 'dist/build-id')).toMatch(/^[0-9a-f]{64}$/);
  });

  describe.each(NAMES)('%s', (name) => {
    it('contains no unexpected file', () => {
      expect(pathsOf(name).filter((path) => !ALLOWED[name].test(path))).toEqual([]);
    });

    it('contains every file that it refers to', () => {
      const manifests = pathsOf(name).filter((path) => /^[a-z]+\.json$/.test(path));
      const references = manifests.flatMap((path) => referencesIn(readJson(name, path)));
      expect(references).not.toEqual([]);
      expect(references.filter((path) => !existsSync(join(folderOf(name), path)))).toEqual([]);
    });

    it('has a README, the licence of the repository and the notices of bundled packages', () => {
      expect(read(name, 'README.md')).toContain(`# ${name}`);
      expect(read(name, 'LICENSE')).toBe(readFileSync(join(REPOSITORY, 'LICENSE'), 'utf8'));
      const bundled = sourceMapsOf(name).flatMap(({ sources }) => sources.flatMap(packageIn));
      const notices = read(name, 'dist/THIRD-PARTY-NOTICES.txt');
      expect(bundled).not.toEqual([]);
      expect([...new Set(bundled)].filter((each) => !notices.includes(`\n${each} `))).toEqual([]);
    });

    it('runs nothing when it is installed', () => {
      expect(manifestOf(name).scripts ?? {}).toEqual({});
    });

    it('requires the same Node.js versions as the repository', () => {
      const root = readFileSync(join(REPOSITORY, 'package.json'), 'utf8');
      expect(manifestOf(name).engines).toEqual((JSON.parse(root) as Manifest).engines);
    });

    it('reveals nothing about the machine that built it', () => {
      expect(pathsOf(name).filter((path) => read(name, path).includes(REPOSITORY))).toEqual([]);
      expect(pathsOf(name).filter((path) => read(name, path).includes(tmpdir()))).toEqual([]);
    });

    it('has its own sources in its source maps', () => {
      for (const { sources, sourcesContent } of sourceMapsOf(name)) {
        const missing = sources.filter(
          (source, index) =>
            packageIn(source).length === 0 && typeof sourcesContent[index] !== 'string',
        );
        expect(missing).toEqual([]);
      }
    });

    it('satisfies publint', () => {
      expect(tool('publint', [packageOf(name).tarball, '--strict'])).toMatchObject({ status: 0 });
    });

    it('satisfies Are The Types Wrong', () => {
      expect(tool('attw', [packageOf(name).tarball, '--no-color'])).toMatchObject({ status: 0 });
    });

    it('stays within its size budget', () => {
      const budgets = JSON.parse(
        readFileSync(join(REPOSITORY, 'bench/size-budget.json'), 'utf8'),
      ) as Record<Name, { packed: number; unpacked: number }>;
      const { size, unpackedSize } = packageOf(name);
      expect(size).toBeLessThanOrEqual(budgets[name].packed);
      expect(unpackedSize).toBeLessThanOrEqual(budgets[name].unpacked);
    });
  });

  it('ship the page of every rule that SARIF refers to', () => {
    const sarif = renderFindings({ findings: [], metrics: 0, dashboards: 0 }, 'sarif');
    const pages = [...sarif.matchAll(/"helpUri": "pkg:npm\/[^#"]+#([^"]+)"/g)].map(
      ([, page]) => page,
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(pathsOf('@g6/dashboards')).toEqual(expect.arrayContaining(pages));
  });

  it('give the library no dependencies', () => {
    const { dependencies, devDependencies, peerDependencies } = manifestOf('@g6/dashboards');
    expect({ dependencies, devDependencies, peerDependencies }).toEqual({});
  });

  it('give the plugin the library of the same version and the tested versions of Nx', () => {
    const { version, dependencies, peerDependencies } = manifestOf('@g6/plugin');
    expect(version).toBe(manifestOf('@g6/dashboards').version);
    expect(dependencies).toEqual({ '@g6/dashboards': version });
    const next = Number(SUPPORTED_NX.highest.split('.')[0]) + 1;
    const range = `>=${SUPPORTED_NX.lowest} <${next}.0.0`;
    expect(peerDependencies).toEqual({ '@nx/devkit': range, nx: range });
  });

  it('do without @nx/devkit, which only the types of the plugin name', () => {
    const { peerDependenciesMeta } = manifestOf('@g6/plugin');
    expect(peerDependenciesMeta).toEqual({ '@nx/devkit': { optional: true } });
    const code = pathsOf('@g6/plugin').filter((path) => path.endsWith('.js'));
    expect(code.filter((path) => read('@g6/plugin', path).includes('@nx/devkit"'))).toEqual([]);
  });

  it('keep what only the library needs out of the plugin, which every start of Nx loads', () => {
    const bundled = sourceMapsOf('@g6/plugin').flatMap(({ sources }) => sources.flatMap(packageIn));
    expect(bundled).toContain('jsonc-parser');
    expect(bundled).not.toContain('zod');
  });

  it('type the library without any other package', () => {
    const text = read('@g6/dashboards', 'dist/index.d.ts');
    expect(text.match(/^import .*|\bimport\(.*/gm)).toBeNull();
    const declarations = join(folderOf('@g6/dashboards'), 'dist/index.d.ts');
    const strict = ['--noEmit', '--strict', '--ignoreConfig', '--module', 'node16'];
    const lib = ['--target', 'es2022', '--lib', 'es2022'];
    expect(tool('tsc', [declarations, ...strict, ...lib])).toEqual({ status: 0, output: '' });
  });

  function sourceMapsOf(name: Name): SourceMap[] {
    return pathsOf(name)
      .filter((path) => path.endsWith('.map'))
      .map((path) => readJson(name, path) as SourceMap);
  }

  /** Runs a program of this repository elsewhere, out of reach of its types. */
  function tool(name: string, args: readonly string[]) {
    const program = join(REPOSITORY, 'node_modules/.bin', name);
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: base, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }
});

/** Returns all paths that a manifest names, patterns included. */
function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.startsWith('./') && !value.includes('*') ? [value] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(referencesIn)
    : [];
}

/** Returns the package of a source in a source map; undefined for our own sources. */
function packageIn(source: string): string[] {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return name === undefined ? [] : [name];
}
