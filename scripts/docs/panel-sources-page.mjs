/** The page on panel sources, from their comments and from what they draft for the sample. */
import { readdirSync, readFileSync } from 'node:fs';
import { at, require } from './sources.mjs';
import { docOfConstant } from './docstrings.mjs';
import { code, fenced, madeFrom, page, prose, table } from './markdown.mjs';

const FOLDER = 'libs/generation/src';
const EXAMPLE = 'docs/reference/example';
const LONG = 120;

const { BUILT_IN_PROFILES } = require(at(`${FOLDER}/profiles/index.ts`));
const { completeConfig, generationOptions, hasErrors, inventoryRun } = require('@g6/dashboards');

/** The text of the page. */
export function panelSourcesPage() {
  return page(
    madeFrom(`${FOLDER}/profiles`),
    '# Panel sources',
    `A panel source drafts panels. Its name is the \`source\` in the metadata of a panel and in the inventory. [Profiles](../profiles.md) list the sources that they draft with; they do so in the order below. The examples are the panels of the dashboard \`governance\` from this [spec](example/spec/base.yml), [efficiency catalogue](example/spec/efficiency.yml) and [plan](example/plans/governance/plan.yaml), drafted with each profile.`,
    'The contract describes the [layout](../contract.md#4-layout) of `classic` and its choice of [units](../contract.md#units).',
    ...BUILT_IN_PROFILES.flatMap(profileSection),
  );
}

function profileSection({ name, meaning, sources }) {
  const rows = samplePanels(name);
  return [
    `## The profile ${name}`,
    `Gives a dashboard ${meaning}.`,
    ...sources.flatMap((source) => sourceSection(name, source.name, rows)),
  ];
}

function samplePanels(profile) {
  const { problems, rows } = inventoryRun({
    spec: {
      spec: at(`${EXAMPLE}/spec/base.yml`),
      efficiency: at(`${EXAMPLE}/spec/efficiency.yml`),
    },
    plans: { folder: at(`${EXAMPLE}/plans`) },
    only: ['governance'],
    output: '',
    options: generationOptions(completeConfig({ profile }), 'normal'),
    from: 'memory',
    format: 'csv',
  });
  if (hasErrors(problems)) throw new Error(problems.map(({ message }) => message).join('\n'));
  return rows;
}

function sourceSection(profile, name, rows) {
  const panels = rows.filter(({ source }) => source === name);
  const constant = `${name.replace(/_(.)/g, (_, letter) => letter.toUpperCase())}Source`;
  const file = fileOf(profile, constant);
  return [`### ${profile}: ${name}`, docOfConstant(file, constant), ...panelList(panels)];
}

/** The module that exports a source: one of the profile, or one that profiles share. */
function fileOf(profile, constant) {
  for (const folder of [`${FOLDER}/profiles/${profile}`, `${FOLDER}/sources`]) {
    const name = readdirSync(at(folder)).find((file) =>
      readFileSync(at(`${folder}/${file}`), 'utf8').includes(`export const ${constant}:`),
    );
    if (name) return `${folder}/${name}`;
  }
  throw new Error(`No module exports ${constant}.`);
}

/** A table, unless a query is too long for one. */
function panelList(panels) {
  if (panels.length === 0) return [];
  if (panels.some(({ exprs }) => exprs.join().length > LONG)) {
    const queried = panels.filter(({ exprs }) => exprs.length > 0);
    return queried.map(
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
