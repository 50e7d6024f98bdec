import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CliWorkspace } from './cli-workspace';

/** Code that no run without problems needs, beside the reports of other commands. */
const ELSEWHERE = [
  'libs/import',
  'libs/delivery',
  'libs/check',
  'libs/prometheus-api',
  'libs/inventory',
  'libs/lint',
  'yaml',
  're2js',
  'undici',
  'csv-stringify',
  'papaparse',
];

describe('the code that a command loads', () => {
  let workspace: CliWorkspace;
  beforeEach(() => {
    workspace = new CliWorkspace();
    workspace.write(
      'list-files.cjs',
      `process.on('exit', () => {
        require('node:fs').writeFileSync('loaded.json', JSON.stringify(Object.keys(require.cache)));
      });`,
    );
  });
  afterEach(() => {
    workspace.remove();
  });

  /** The libraries and packages of which a command loads at least one module, by the source maps of its files. */
  async function loadedBy(...args: string[]): Promise<Set<string>> {
    const hook = `--require=${JSON.stringify(workspace.at('list-files.cjs'))}`;
    const { status, stderr } = await workspace.run(args, { NODE_OPTIONS: hook });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const files = JSON.parse(workspace.read('loaded.json')) as readonly string[];
    const sources = files.map((file) => `${file}.map`).flatMap(sourcesOf);
    return new Set(sources.flatMap(ownerOf));
  }

  it('is no other command, and no parser that is only for problems, for generate and verify', async () => {
    for (const command of ['generate', 'verify']) {
      const loaded = await loadedBy(command);
      expect(loaded).toContain('libs/generation');
      expect(ELSEWHERE.filter((name) => loaded.has(name))).toEqual([]);
    }
  });

  it('is what the others need', async () => {
    expect(await loadedBy('generate')).not.toContain('libs/lint');
    expect(await loadedBy('lint')).toContain('libs/lint');
    const exported = await loadedBy('export', '--format', 'resource', '--out', 'exported');
    expect(exported).toContain('libs/delivery');
    expect(await loadedBy('verify', '--output', 'exported')).toContain('libs/delivery');
  });

  it('is nothing that generates for a run with nothing to do', async () => {
    await loadedBy('generate');
    const loaded = await loadedBy('generate');
    expect(['@lezer/lr', 'libs/promql'].filter((name) => loaded.has(name))).toEqual([]);
    const anew = await loadedBy('generate', '--no-cache');
    expect(anew).toContain('@lezer/lr');
  });

  it('is the exact parser where plain YAML is not enough', async () => {
    workspace.write('dashboards/plans/bus/plan.yaml', 'slug: !!str bus\nfamilies: [bus]\n');
    expect(await loadedBy('generate')).toContain('yaml');
  });
});

function sourcesOf(map: string): string[] {
  if (!existsSync(map)) return [];
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: string[] };
  return sources.map((source) => resolve(dirname(map), source).replaceAll('\\', '/'));
}

/** The library of ours, or the package, that a source belongs to. */
function ownerOf(source: string): string[] {
  const [, name] =
    /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ??
    /.*\/(libs\/[^/]+)\/src\//.exec(source) ??
    [];
  return name === undefined ? [] : [name];
}
