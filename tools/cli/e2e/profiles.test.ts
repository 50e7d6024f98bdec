import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '@g6/dashboards/testing';
import { PROGRAM } from './cli-process';
import { CliWorkspace } from './cli-workspace';

const REPOSITORY = join(__dirname, '../../..');
const PAGE = readFileSync(join(REPOSITORY, 'docs/profiles.md'), 'utf8');

/** The first block of code below a heading of the page, in a language. */
function example(heading: string, language: string): string {
  const below = PAGE.slice(PAGE.indexOf(`\n## ${heading}\n`));
  const [, block = ''] = new RegExp(`\n\`\`\`${language}\n([^]*?)\`\`\`\n`).exec(below) ?? [];
  return block;
}

interface Panel {
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly { readonly expr: string }[];
  readonly panels?: readonly Panel[];
  readonly gridPos: { readonly w: number };
}

const STANDARD_AT = (width: string) => `
export const profiles = [
  { ...STANDARD_PROFILE, name: 'wall', meaning: 'a wall', layout: { ...STANDARD_PROFILE.layout, panelWidth: ${width}, fillsLines: false },
    sources: STANDARD_PROFILE.sources.filter(({ name }) => name !== 'headline') },
];
`;

describe('profiles of a workspace', () => {
  let workspace: CliWorkspace;
  beforeEach(() => {
    workspace = new CliWorkspace();
    mkdirSync(workspace.at('node_modules/@g6'), { recursive: true });
    symlinkSync(join(REPOSITORY, 'libs/engine'), workspace.at('node_modules/@g6/dashboards'));
  });
  afterEach(() => {
    workspace.remove();
  });

  const panels = (slug: string): Panel[] => {
    const text = workspace.read(`dashboards/generated/${slug}.json`);
    const { panels: top } = JSON.parse(text) as { panels: readonly Panel[] };
    return top.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  };
  const widths = () => [
    ...new Set(panels('bus').flatMap(({ type, gridPos: { w } }) => (type === 'row' ? [] : [w]))),
  ];

  it('are written as the page shows', async () => {
    workspace.write('dashboards/profiles/wall.mjs', example('Write your own profile', 'js'));
    workspace.write('g6.config.yaml', example('Write your own profile', 'yaml'));
    const { status, stderr } = await workspace.run(['generate']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [panel] = panels('bus').filter(({ title }) => title.endsWith('now and a week before'));
    expect(panel?.targets?.map(({ expr }) => expr)).toEqual([
      'sum(rate(bus_total{job=~"$job", instance=~"$instance"}[$__rate_interval]))',
      'sum(rate(bus_total{job=~"$job", instance=~"$instance"}[$__rate_interval] offset 1w))',
    ]);
    expect((await workspace.run(['verify'])).status).toBe(0);
    const explained = await workspace.run(['explain', 'bus']);
    expect(explained.stdout).toContain('week_before: Load repeats from week to week');
    const listed = await workspace.run(['inventory', '--filter-source', 'week_before']);
    expect(listed.stdout).toContain('now and a week before",bus_total,week_before,');
  });

  it('end in a problem at the place of a mistake', async () => {
    workspace.write('g6.config.yaml', 'profile: wall\nprofiles: wall.cjs\n');
    const missing = await workspace.run(['generate']);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('g6.config.yaml:2:11: error: there is no file "wall.cjs"');
    workspace.write('wall.cjs', 'module.exports = {\n');
    const broken = await workspace.run(['verify']);
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain('wall.cjs:2:1: error: the module cannot be loaded: Syntax');
  });

  describe('under --watch', () => {
    let child: ChildProcess;
    let output = '';
    function start(): void {
      output = '';
      child = spawn(process.execPath, [PROGRAM, 'generate', '--watch'], { cwd: workspace.root });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
    }
    const drawn = (width: number) =>
      waitUntil(
        `panels of ${width} columns`,
        () => workspace.has('dashboards/generated/bus.json') && widths().includes(width),
      );

    afterEach(async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    });

    it('follow edits of ECMAScript modules and of what they import', async () => {
      workspace.write('g6.config.yaml', 'profile: wall\nprofiles: own/wall.mjs\n');
      const imports =
        "import { STANDARD_PROFILE } from '@g6/dashboards';\nimport { width } from './width.mjs';\n";
      workspace.write('own/wall.mjs', imports + STANDARD_AT('width'));
      workspace.write('own/width.mjs', 'export const width = 24;\n');
      start();
      await drawn(24);
      workspace.write('own/width.mjs', 'export const width = 11;\n');
      await drawn(11);
      workspace.write('own/wall.mjs', `${imports}export const profiles = [;\n`);
      await waitUntil('the mistake', () => output.includes('the module cannot be loaded'));
      expect(widths()).toContain(11);
      workspace.write('own/wall.mjs', imports + STANDARD_AT('width - 1'));
      await drawn(10);
    });

    it('follow edits of CommonJS modules', async () => {
      workspace.write('g6.config.yaml', 'profile: wall\nprofiles: own/wall.js\n');
      const module = (width: string) =>
        `const { STANDARD_PROFILE } = require('@g6/dashboards');\n${STANDARD_AT(width).replace('export const profiles', 'exports.profiles')}`;
      workspace.write('own/width.js', 'module.exports = 24;\n');
      workspace.write('own/wall.js', module("require('./width')"));
      start();
      await drawn(24);
      workspace.write('own/width.js', 'module.exports = 11;\n');
      await drawn(11);
    });
  });
});
