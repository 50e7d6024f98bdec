/** The page on the Nx plugin, from its executors, its generators and its inference. */
import { dirname, join } from 'node:path/posix';
import { at, read, require } from './sources.mjs';
import { code, fenced, madeFrom, page, prose, table } from './markdown.mjs';

const PLUGIN = 'tools/plugin';
const SLUG = 'shop';

const { createNodes } = require(at(`${PLUGIN}/src/index.ts`));

/** The text of the page. */
export async function nxPage() {
  const executors = entriesOf('executors').filter(({ hidden }) => hidden !== true);
  const shared = sharedOptions(executors);
  return page(
    madeFrom(
      'libs/settings/src/settings.ts',
      `${PLUGIN}/executors.json`,
      'generators.json',
      'their schemas',
      'src/inference',
    ),
    '# Nx plugin',
    '`@g6/plugin` creates an Nx project for each plan, and one for all plans together. Its options in `nx.json` are the keys of the [configuration](config.md). Nx ends every failure with status 1, or with 130 if targets were left out because one that they depend on failed. [The README of the plugin](../../tools/plugin/README.md) explains its design.',
    '## Targets',
    `These are the targets with default options and one plan \`${SLUG}\`:`,
    await targetTable(),
    'A generated file without a plan has a project with the single target `verify`, which fails.',
    '## Executors',
    'The plugin sets these options of its targets from its options in `nx.json`:',
    optionTable(shared),
    executors.flatMap((entry) => executorSection(entry, shared)),
    '## Generators',
    entriesOf('generators')
      .filter(({ hidden }) => hidden !== true)
      .flatMap(generatorSection),
  );
}

/** Entries of `executors.json` or `generators.json`, each with its schema. */
function entriesOf(kind) {
  const file = `${PLUGIN}/${kind}.json`;
  return Object.entries(JSON.parse(read(file))[kind]).map(([name, entry]) => {
    const schema = JSON.parse(read(join(dirname(file), entry.schema)));
    return { ...entry, name, schema, options: Object.entries(schema.properties ?? {}) };
  });
}

async function targetTable() {
  const [, infer] = createNodes;
  const context = { workspaceRoot: at('docs/reference/example'), nxJsonConfiguration: {} };
  const nodes = await infer(['nx.json', `dashboards/plans/${SLUG}/plan.yaml`], {}, context);
  const projects = nodes.flatMap(([, { projects }]) => Object.values(projects ?? {})).reverse();
  return table(
    ['target', 'executor', 'cached', 'writes', 'what it does'],
    projects.flatMap(({ name, targets }) =>
      Object.entries(targets).map(
        ([target, { executor, cache, outputs = [], options, metadata }]) => [
          code(`${name}:${target}`),
          code(executor.replace('@g6/plugin:', '')),
          cache ? 'yes' : 'no',
          executor === 'nx:noop' ? '' : outputs.flatMap((path) => shown(path, options)).join(', '),
          prose(metadata.description),
        ],
      ),
    ),
  );
}

/** An output as a path; none if the option that names it is not set. */
function shown(output, options) {
  const path = output.replace('{workspaceRoot}/', '').replace('@({options.slug})', '<slug>');
  const [, name] = /\{options\.(\w+)\}/.exec(path) ?? [];
  if (name === undefined) return [code(path)];
  return options[name] === undefined ? [] : [code(options[name])];
}

/** Options that most executors take, in the same words. */
function sharedOptions(executors) {
  const counts = new Map();
  for (const { options } of executors) {
    for (const option of options) {
      const key = keyOf(option);
      counts.set(key, { option, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].filter(({ count }) => count > 2).map(({ option }) => option);
}

function keyOf([name, { description }]) {
  return `${name}: ${description}`;
}

function executorSection({ name, description, schema, options }, shared) {
  const known = new Set(shared.map(keyOf));
  const own = options.filter((option) => !known.has(keyOf(option)));
  const set = options.filter((option) => known.has(keyOf(option))).map(([key]) => code(key));
  return [
    `### ${name}`,
    `${description}${set.length > 0 ? ` Set by the plugin: ${set.join(', ')}.` : ''}`,
    optionTable(own),
    examples(schema),
  ];
}

function generatorSection({ name, description, schema, options }) {
  const asked = new Set(schema.required ?? []);
  return [
    `### ${name}`,
    description,
    optionTable(options.map(([key, option]) => [key, option, asked.has(key)])),
    examples(schema),
  ];
}

function optionTable(options) {
  return table(
    ['option', 'type', 'default', 'meaning'],
    options.map(([name, option, required]) => [
      code(name),
      typeOf(option),
      option.default === undefined ? '' : code(String(option.default)),
      `${prose(option.description)}${required ? ' Required.' : ''}`,
    ]),
  );
}

function typeOf({ type, enum: values, anyOf, oneOf = anyOf, minimum, maximum }) {
  if (values) return values.map(code).join(', ');
  if (oneOf) return [...new Set(oneOf.map((one) => typeOf(one)))].join(' or ');
  return minimum === undefined ? type : `${type} ${minimum} to ${maximum}`;
}

function examples({ examples: list = [] }) {
  if (list.length === 0) return undefined;
  const lines = list.map(({ command, description }) => `# ${description}\n${command}`);
  return fenced('sh', lines.join('\n'));
}
