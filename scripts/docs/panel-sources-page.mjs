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
    `A panel source drafts panels. Its name is the \`source\` in the metadata of a panel and in the inventory. Sources draft in the order below; then the caps drop automatic panels from the end. The examples are the panels of the dashboard \`governance\` from this [spec](example/spec/base.yml), [efficiency catalogue](example/spec/efficiency.yml) and [plan](example/plans/governance/plan.yaml).`,
    'The contract describes the [layout](../contract.md#4-layout) of dashboards and the choice of [units](../contract.md#units).',
    '## Panels of a plan',
    section(sources.PLAN_SOURCE),
    '## Explicit panels of metrics',
    section(sources.EXPLICIT_SOURCE),
    '## Automatic panels of metrics',
    sources.AUTOMATIC_SOURCES.flatMap(section),
    '## Panels of metrics without any other panel',
    section(sources.LAST_SOURCE),
    '## Panels of the whole dashboard',
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
