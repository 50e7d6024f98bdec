/** The pages on what users write, from the JSON Schemas and a sample that the tests read. */
import { at, read, require } from './sources.mjs';
import { fenced, madeFrom, page } from './markdown.mjs';
import { schemaTables } from './schema-tables.mjs';

const { jsonSchemas } = require(at('libs/engine/src/schemas/json-schemas.ts'));
const { parse } = require('yaml');

const EXAMPLE = 'docs/reference/example';
const NOTES =
  'You can use keys with the prefix `x-` anywhere for notes. All other unknown keys are errors.';

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
    'The metrics spec is the catalogue of metrics: one YAML file, or a folder whose `*.yml` and `*.yaml` files are merged in byte order of their names. [Panel sources](panel-sources.md) lists the panels that metrics get automatically. [Problems](../problems.md) explains errors and warnings, [Lint](../lint/README.md) explains findings.',
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
    'Each plan defines one dashboard. A plan is a `plan.yaml` in a folder with the name of its slug (`--plans DIR`, required by Nx), or an entry in one file (`--plan FILE`). The slugs `dashboards` and `manifest` are reserved.',
    `${NOTES} ${editors('plan')}`,
    '## Example',
    sample('plans/shop/plan.yaml'),
    'This plan and another one in one file:',
    sample('plans.yml'),
    '## Keys',
    'These are the keys of a `plan.yaml` and of each entry under `dashboards`:',
    schemaTables(schemaOf('plan')),
  );
}

function efficiencyPage() {
  return page(
    madeFrom('libs/model/src/efficiency/efficiency-schema.ts'),
    '# Efficiency catalogue',
    'The efficiency catalogue lists panels that relate several metrics to each other, and the dashboards that show them. It is the file of `--efficiency`, `efficiency.yml` next to the spec, or the built-in catalogue with [the G6 panels](../contract.md#efficiency-panels). A panel appears if the spec has all metrics that it requires.',
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
    'The [command line](cli.md) reads the settings of a workspace from the nearest `g6.config.yaml`, `g6.config.yml` or `g6.config.json`, from the current folder upwards, or from the file of `--config`. Without such a file, it takes the options of the plugin in the nearest `nx.json`. [Nx](nx.md) reads them from the plugin options in `nx.json`. The keys are the same, and all are optional.',
    [
      '- Options on the command line override the file.',
      '- Paths are relative to the folder of `g6.config.yaml`, in `nx.json` to the root of the workspace.',
      '- `output` and `rules` lie in that folder, and neither inside nor above the folders of the plans and the spec. On the command line, options may lead elsewhere, but not to the plans or the spec.',
      '- Keys whose meaning starts with "Nx" do nothing on the command line.',
      '- Several plugin entries in `nx.json` define several sets of dashboards. Give each its own `project`, `plans`, `output` and `rules`, and a `projectPrefix` if slugs repeat ([example](../scaling.md#several-teams-in-one-workspace)).',
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
  return `Editors can complete and check the file with [\`${name}.schema.json\`](../../libs/engine/schemas/${name}.schema.json), which the package exports as \`@g6/dashboards/schemas/${name}.schema.json\`.`;
}

function sample(path) {
  return `[\`${path}\`](example/${path}):\n\n${fenced('yaml', read(`${EXAMPLE}/${path}`))}`;
}
