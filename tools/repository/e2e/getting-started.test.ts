import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { elide, readTranscript, significantLines } from '../testing/console-transcript';
import { MonitoredMachine } from '../testing/monitored-machine';
import { REPOSITORY, RepositoryCopy, type CommandResult } from '../testing/repository-copy';

const SAMPLES = join(REPOSITORY, 'docs/getting-started/samples');
const PLUGIN = { '@g6/plugin': '0.1.0', '@g6/dashboards': '0.1.0' };
const packages = (versions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
  );

/** The files before the first command: a bare repository, or an Nx workspace with the plugin. */
const BARE = { '.gitignore': 'node_modules\n' };
const NX = {
  '.gitignore': 'node_modules\n.nx\n',
  'nx.json': '{ "analytics": false }\n',
  'package.json': JSON.stringify({ name: 'acme', private: true, devDependencies: PLUGIN }),
  'package-lock.json': JSON.stringify({
    name: 'acme',
    lockfileVersion: 3,
    packages: { '': { name: 'acme', devDependencies: PLUGIN }, ...packages(PLUGIN) },
  }),
};

/** Returns the files that the reader writes: YAML blocks whose first line is a comment with a path. */
function filesOf(markdown: string): Record<string, string> {
  const blocks = new MarkdownIt()
    .parse(markdown, {})
    .filter(({ type, info }) => type === 'fence' && info === 'yaml');
  return Object.fromEntries(
    blocks.flatMap(({ content }) => {
      const path = /^# (\S+\.ya?ml)\n/.exec(content)?.[1];
      return path === undefined ? [] : [[path, content]];
    }),
  );
}

function fill(files: Readonly<Record<string, string>>): (root: string) => void {
  return (root) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
  };
}

// The files that a page begins with, and whether it needs programs that run.
describe.each([
  ['without-nx', BARE, false],
  ['coming-from-the-python-generator', BARE, false],
  ['nx-user', NX, false],
  ['from-what-you-have', BARE, true],
])('the getting-started page %s', (page, initialFiles, isMonitored) => {
  const markdown = readFileSync(join(REPOSITORY, `docs/getting-started/${page}.md`), 'utf8');
  const steps = readTranscript(markdown);
  let results: readonly CommandResult[] = [];

  beforeAll(async () => {
    const folder = new RepositoryCopy(fill({ ...initialFiles, ...filesOf(markdown) }));
    if (isMonitored) cpSync(SAMPLES, join(folder.root, 'samples'), { recursive: true });
    const machine = isMonitored ? await MonitoredMachine.start() : undefined;
    try {
      results = await folder.run(
        steps.map(({ command }) => machine?.translate(command) ?? command),
      );
    } finally {
      folder.remove();
      await machine?.stop();
    }
  }, 120_000);

  it.each(steps.map((step, index) => ({ ...step, index })))(
    'line $line prints the output shown: $command',
    ({ index, expected }) => {
      const { output } = results[index] as CommandResult;
      expect(elide(output, expected)).toBe(significantLines(expected).join('\n'));
    },
  );

  it('fails only if it shows the exit status or the drift', () => {
    const failed = steps.filter(
      (step, index) =>
        results[index]?.status !== 0 &&
        steps[index + 1]?.command !== 'echo $?' &&
        !step.expected.some((line) => line.startsWith('edited:')),
    );
    expect(failed).toEqual([]);
  });
});
