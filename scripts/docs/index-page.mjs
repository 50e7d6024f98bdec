/** The index of the documentation, in reading order. */
import { existsSync, readdirSync } from 'node:fs';
import { at, read } from './sources.mjs';
import { madeFrom, page } from './markdown.mjs';

/** Pages in reading order, each with its purpose; missing pages are left out. */
const GROUPS = {
  'Getting started': {
    'getting-started/nx-user.md': 'install the plugin and generate the first dashboards',
    'getting-started/without-nx.md': 'use the command line in any repository',
    'getting-started/from-what-you-have.md':
      'import a node exporter, Prometheus, etcd, Node.js and OpenTelemetry, step by step',
    'getting-started/coming-from-the-python-generator.md': 'for users of the replaced generator',
  },
  Reference: {
    'reference/spec.md': 'every key of the metrics spec',
    'reference/plan.md': 'every key of a plan',
    'reference/efficiency.md': 'panels that relate several metrics',
    'reference/config.md': '`g6.config.yaml`, and the options in `nx.json`',
    'reference/panel-sources.md': 'the panels that a dashboard gets',
    'reference/cli.md': 'commands, options, exit statuses, environment variables',
    'reference/json.md': 'what commands print with `--json`',
    'reference/api.md': 'the library: generate in memory, list panels, lint in an editor',
    'reference/nx.md': 'targets, executors, generators',
    'problems.md': 'every error and warning, with an example',
    'lint/README.md': 'every lint',
    'check/README.md': 'every finding of check',
    'contract.md': 'what you can rely on',
  },
  Guides: {
    'metrics.md': 'metric types, labels, aggregation, recording rules and alerts',
    'check.md': 'find panels without data, and where the spec is not true, on a live Prometheus',
    'import.md': 'bring metrics, rules and dashboards that exist',
    'plans.md': 'variables, sections, panels and exclusions of a dashboard',
    'profiles.md': 'which panels a dashboard gets, and why',
    'gallery.md': 'what the dashboards look like',
    'delivery.md': 'get dashboards into Grafana: files, Git Sync, Kubernetes, Terraform, API',
    'live-grafana.md':
      'compare dashboards with a Grafana, push them without losing an edit, pull edits back',
    'preview.md': 'see the dashboards without Grafana, take pictures, review changes',
    'rules.md': 'generate recording rules, alerting rules and their tests',
    'pipelines.md': 'verify dashboards on GitHub, GitLab and before a commit',
    'generators.md': 'set up a workspace and add plans and metrics with Nx',
    'scaling.md': 'handle thousands of dashboards',
    'performance.md': 'figures and how they were measured',
  },
  'How it works': {
    'grafana-stand-in.md':
      'what tests use in place of a Grafana, with the source of each behaviour',
    'promql.md': 'how expressions are checked, and how far that agrees with Prometheus',
    'security.md': 'what is trusted, what is promised, how to report a vulnerability',
    'architecture.md': 'stages, libraries, boundaries',
    'glossary.md': 'one word for each concept',
  },
};

/** Pages that other pages list. */
const ELSEWHERE = /^(README\.md|lint\/(?!README)|reference\/example\/)/;

/** The text of the page. */
export function indexPage() {
  const groups = Object.entries(GROUPS).map(([heading, pages]) => [
    heading,
    Object.entries(pages).filter(([path]) => existsSync(at(`docs/${path}`))),
  ]);
  const listed = new Set(groups.flatMap(([, pages]) => pages.map(([path]) => path)));
  const more = allPages().filter((path) => !listed.has(path) && !ELSEWHERE.test(path));
  groups.push(['Decisions', more.map((path) => [path])]);
  return page(
    madeFrom('scripts/docs/index-page.mjs', 'all pages'),
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
