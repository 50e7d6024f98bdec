/** The page on panel sources, from their comments and from what they draft for the sample. */
import { existsSync } from 'node:fs';
import { at, require } from './sources.mjs';
import { docOfConstant } from './docstrings.mjs';
import { code, fenced, madeFrom, page, prose, table } from './markdown.mjs';

const FOLDER = 'libs/generation/src/sources';
const EXAMPLE = 'docs/reference/example';
const LONG = 120;

const sources = require(at(`${FOLDER}/index.ts`));
const { completeConfig, generationOptions, hasErrors, inventoryRun } = require('@g6/dashboards');

/** The text of the page. */
export function panelSourcesPage() {
  const rows = samplePanels();
  const section = ({ name }) => sourceSection(name, rows);
  return page(
    madeFrom(`${FOLDER}/*.ts`),
    '# Panel sources',
    `A panel source drafts panels; its name is the \`source\` in a panel's metadata and in the inventory. They draft in the order below, and the caps then drop automatic panels from the end. The panels shown are those of the dashboard \`governance\` that this [spec](example/spec/base.yml), [efficiency catalogue](example/spec/efficiency.yml) and [plan](example/plans/governance/plan.yaml) give.`,
    'How blocks follow each other on the dashboard is in the contract, under [layout](../contract.md#4-layout); how units are found, under [units](../contract.md#units).',
    '## For each metric: explicit panels of all metrics',
    section(sources.EXPLICIT_SOURCE),
    '## For each metric: automatic panels of all metrics',
    sources.AUTOMATIC_SOURCES.flatMap(section),
    '## For a metric that got none',
    section(sources.LAST_SOURCE),
    '## For the dashboard as a whole',
    sources.DASHBOARD_SOURCES.flatMap(section),
  );
}

function samplePanels() {
  const { problems, rows } = inventoryRun({
    spec: {
      spec: at(`${EXAMPLE}/spec/base.yml`),
      efficiency: at(`${EXAMPLE}/spec/efficiency.yml`),
    },
    plans: { folder: at(`${EXAMPLE}/plans`) },
    only: ['governance'],
    output: '',
    options: generationOptions(completeConfig({}), 'normal'),
    from: 'memory',
    format: 'csv',
  });
  if (hasErrors(problems)) throw new Error(problems.map(({ message }) => message).join('\n'));
  return rows;
}

function sourceSection(name, rows) {
  const panels = rows.filter(({ source }) => source === name);
  const constant = `${name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())}Source`;
  return [`### ${name}`, docOfConstant(fileOf(name), constant), ...panelList(panels)];
}

function fileOf(name) {
  const own = `${FOLDER}/${name.replace(/_/g, '-')}.ts`;
  return existsSync(at(own)) ? own : `${FOLDER}/automatic.ts`;
}

/** A table, unless a query is too long for one. */
function panelList(panels) {
  if (panels.length === 0) return [];
  if (panels.some(({ exprs }) => exprs.join().length > LONG)) {
    return panels.map(
      ({ title, exprs }) => `Example: **${title}**\n\n${fenced('promql', exprs.join('\n'))}`,
    );
  }
  const rows = panels.map(({ title, exprs, unit }) => [
    prose(title),
    exprs.map(code).join(', '),
    unit === '' ? '' : code(unit),
  ]);
  return [table(['title', 'query', 'unit'], rows)];
}
