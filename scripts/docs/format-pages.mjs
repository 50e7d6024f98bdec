/** The pages on what users write, from the JSON Schemas and a sample that the tests read. */
import { at, read, require } from './sources.mjs';
import { fenced, madeFrom, page } from './markdown.mjs';
import { schemaTables } from './schema-tables.mjs';

const { jsonSchemas } = require(at('libs/engine/src/schemas/json-schemas.ts'));
const { parse } = require('yaml');

const EXAMPLE = 'docs/reference/example';
const NOTES = 'Keys that start with `x-` are yours, anywhere; every other unknown key is refused.';

/** Pages by path. */
export const formatPages = {
  'docs/reference/spec.md': specPage,
  'docs/reference/plan.md': planPage,
  'docs/reference/efficiency.md': efficiencyPage,
  'docs/reference/config.md': configPage,
};

function specPage() {
  return page(
    madeFrom('libs/model/src/metrics-spec/spec-schema.ts'),
    '# Metrics spec',
    'The catalogue of metrics: one YAML file, or a folder whose `*.yml` and `*.yaml` files are read in byte order of their names and merged. What is drawn for a metric that lists no panels is in [panel sources](panel-sources.md); what is refused is in [problems](../problems.md), what is only unwise in [lint](../lint/README.md).',
    `${NOTES} ${editors('spec')}`,
    '## Example',
    sample('spec/base.yml'),
    '## Keys',
    schemaTables(schemaOf('spec'), { families: 'family' }),
  );
}

function planPage() {
  return page(
    madeFrom('libs/model/src/plan/plan-schema.ts'),
    '# Dashboard plan',
    'One plan, one dashboard. A plan is a `plan.yaml` in a folder that has the name of its slug (`--plans DIR`, the only form under Nx), or an entry of one file (`--plan FILE`). The slugs `dashboards` and `manifest` are reserved.',
    `${NOTES} ${editors('plan')}`,
    '## Example',
    sample('plans/shop/plan.yaml'),
    'The same and another one in one file:',
    sample('plans.yml'),
    '## Keys',
    'Of a `plan.yaml`, and of each entry under `dashboards`:',
    schemaTables(schemaOf('plan')),
  );
}

function efficiencyPage() {
  return page(
    madeFrom('libs/model/src/efficiency/efficiency-schema.ts'),
    '# Efficiency catalogue',
    'Panels that relate several metrics to each other, for dashboards that it names by their slugs. It is the file of `--efficiency`, or `efficiency.yml` beside the spec, or the one with [the G6 panels](../contract.md#efficiency-panels) that the program brings along; its panels appear where the spec has all metrics that they require.',
    `${NOTES} ${editors('efficiency')}`,
    '## Example',
    sample('spec/efficiency.yml'),
    '## Keys',
    schemaTables(schemaOf('efficiency')),
  );
}

function configPage() {
  const options = parse(read(`${EXAMPLE}/g6.config.yaml`));
  const nxJson = { plugins: [{ plugin: '@g6/plugin', options }] };
  return page(
    madeFrom('libs/settings/src/settings.ts'),
    '# Configuration',
    'What a workspace sets about its dashboards: for the [command line](cli.md) in `g6.config.yaml` in the folder that it is started in, or in the file of `--config`; for [Nx](nx.md) in the options of the plugin in `nx.json`. The keys are the same. Nothing needs to be set.',
    [
      '- Options on the command line win over the file.',
      '- Paths are relative to the folder of `g6.config.yaml`, in `nx.json` to the root of the workspace.',
      '- Keys whose meaning starts with "Nx" do nothing on the command line.',
      '- Several entries of the plugin in `nx.json` are several sets of dashboards; give each its own `project`, `plans`, `output` and `rules`, and a `projectPrefix` where slugs repeat ([an example](../scaling.md#several-teams-in-one-workspace)).',
    ].join('\n'),
    `${NOTES} ${editors('config')}`,
    '## Example',
    sample('g6.config.yaml'),
    'The same in `nx.json`:',
    fenced('json', JSON.stringify(nxJson)),
    '## Keys',
    schemaTables(schemaOf('config')),
  );
}

function schemaOf(name) {
  return jsonSchemas().find(({ file }) => file === `${name}.schema.json`).schema;
}

function editors(name) {
  return `Editors complete and check it with [\`${name}.schema.json\`](../../libs/engine/schemas/${name}.schema.json), which the package has as \`@g6/dashboards/schemas/${name}.schema.json\`.`;
}

function sample(path) {
  return `[\`${path}\`](example/${path}):\n\n${fenced('yaml', read(`${EXAMPLE}/${path}`))}`;
}
