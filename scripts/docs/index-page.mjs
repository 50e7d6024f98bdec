/** The index of the documentation: what there is, in reading order. */
import { existsSync, readdirSync } from 'node:fs';
import { at, read } from './sources.mjs';
import { madeFrom, page } from './markdown.mjs';

/** Pages in reading order, with what they are for; one that is not there yet is left out. */
const GROUPS = {
  'Getting started': {
    'getting-started/nx-user.md': 'in an Nx workspace',
    'getting-started/without-nx.md': 'with the command line alone',
    'getting-started/coming-from-the-python-generator.md':
      'with dashboards of the generator that this one replaces',
  },
  Reference: {
    'reference/spec.md': 'every key of the metrics spec',
    'reference/plan.md': 'every key of a plan',
    'reference/efficiency.md': 'panels that relate several metrics',
    'reference/config.md': '`g6.config.yaml`, and the options in `nx.json`',
    'reference/panel-sources.md': 'which panels a dashboard gets',
    'reference/cli.md': 'commands, options, exit statuses, environment',
    'reference/nx.md': 'targets, executors, generators',
    'problems.md': 'every error and warning, with an example',
    'lint/README.md': 'every lint',
    'contract.md': 'what all of it promises',
  },
  Guides: {
    'rules.md': 'recording and alerting rules, and their tests',
    'generators.md': 'Nx generators for plans, metrics and workspaces',
    'scaling.md': 'from one machine to many',
    'performance.md': 'how fast it is, and how that was measured',
  },
  'How it is built': {
    'architecture.md': 'stages, boundaries, bundles',
    'glossary.md': 'one word for each thing',
  },
};

/** Each of these has a page of its own kind, told of by another page. */
const ELSEWHERE = /^(README\.md|lint\/(?!README)|reference\/example\/)/;

/** The text of the page. */
export function indexPage() {
  const groups = Object.entries(GROUPS).map(([heading, pages]) => [
    heading,
    Object.entries(pages).filter(([path]) => existsSync(at(`docs/${path}`))),
  ]);
  const listed = new Set(groups.flatMap(([, pages]) => pages.map(([path]) => path)));
  const more = allPages().filter((path) => !listed.has(path) && !ELSEWHERE.test(path));
  groups.push(['More', more.map((path) => [path])]);
  return page(
    madeFrom('scripts/docs/index-page.mjs', 'and the pages there are'),
    '# Documentation',
    groups
      .filter(([, pages]) => pages.length > 0)
      .flatMap(([heading, pages]) => [`## ${heading}`, pages.map(listItem).join('\n')]),
  );
}

function listItem([path, purpose]) {
  const [, title = path] = /^# (.+)$/m.exec(read(`docs/${path}`)) ?? [];
  return `- [${title}](${path})${purpose === undefined ? '' : `: ${purpose}`}`;
}

function allPages() {
  return readdirSync(at('docs'), { recursive: true })
    .map((path) => path.replace(/\\/g, '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();
}
