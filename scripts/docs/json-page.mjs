/** The page on what commands print with `--json`, from the schemas of their reports. */
import { at, require } from './sources.mjs';
import { madeFrom, page, table } from './markdown.mjs';
import { schemaTables } from './schema-tables.mjs';

const { reportSchemas } = require(at('libs/engine/src/schemas/json-schemas.ts'));

/** The text of the page. */
export function jsonPage() {
  const reports = reportSchemas();
  return page(
    madeFrom('libs/engine/src/schemas/report-schemas.ts'),
    '# JSON reports',
    'With `--json`, a command prints one JSON object to standard output and no other text. The exit status is the same as without. The package exports a JSON Schema of each report as `@g6/dashboards/schemas/<report>`. New versions may add keys; they remove or rename none without a major version.',
    table(
      ['command', 'schema'],
      reports.map(({ command, file }) => [
        `[\`${command}\`](#${command.replaceAll(' ', '-')})`,
        `[\`${file}\`](../../libs/engine/schemas/${file})`,
      ]),
    ),
    '`inventory --format jsonl` prints a line for each entry of `rows`, and `inventory-diff --json-out FILE` writes the keys `added`, `removed` and `renamed`. `lint` and `coverage` print the same with `--format json`.',
    '## Problems',
    'In every report, `problems` is a list of these objects. [Problems](../problems.md) explains the codes.',
    ...schemaTables(problemOf(reports[0]), {}, 'problems[]'),
    ...reports.flatMap(sectionOf),
  );
}

function problemOf({ sound }) {
  return sound.properties.problems.items;
}

function sectionOf({ command, schema, sound }) {
  const { problems, ...others } = sound.properties;
  const properties = problems
    ? { problems: { ...problems, items: { type: 'object' } }, ...others }
    : others;
  const root = command.replace(/ --(json|check)/g, '');
  return [
    `## \`${command}\``,
    'anyOf' in schema
      ? 'If the input has errors, the report has only the key `problems`.'
      : undefined,
    ...schemaTables(
      { ...sound, properties },
      {},
      command.includes('--check') ? `${root}-check` : root,
    ),
  ];
}
