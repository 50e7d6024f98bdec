/** The page on the command line, from its parser. */
import { at, require } from './sources.mjs';
import { docsOfProperties } from './docstrings.mjs';
import { code, fenced, madeFrom, page, prose, sentence, table } from './markdown.mjs';

const { createWholeProgram } = require(at('tools/cli/src/every-command.ts'));
const library = require('@g6/dashboards');

const EXIT_STATUS = 'libs/problems/src/exit-status.ts';

/** The effect of each variable. */
export const VARIABLES = {
  G6_DASHBOARD_DIFF_VERBOSE: 'with `1`, `verify` prints the titles of the panels that differ',
  G6_DASHBOARD_DENSE: 'with `1`, dashboards have a denser layout',
  SOURCE_DATE_EPOCH: 'time in the manifest, in seconds since 1970; default: now',
  G6_EGRESS_FROZEN:
    'with `1`, `diff`, `push` and `pull` are refused before they connect; no other command talks to a Grafana',
  GRAFANA_TOKEN: 'token of `diff`, `push` and `pull`',
  NO_COLOR: 'any non-empty value turns off colours, which only terminals show',
};

/** The text of the page. */
export function cliPage() {
  const { program, helpOf } = openProgram();
  const common = commonOptions(program.commands);
  return page(
    madeFrom('libs/settings/src/settings.ts', 'tools/cli/src', EXIT_STATUS),
    '# Command line',
    fenced('console', `$ g6-dashboards --help\n${helpOf(program)}`),
    'Options override the [configuration](config.md), which overrides the defaults. Every command has `--help`.',
    '## Options of most commands',
    optionTable(common),
    program.commands.flatMap((command) => commandSection(command, common, helpOf)),
    '## Standard input and output',
    '`-` is standard input if an option takes an input file (`--spec`, `--efficiency`, `--plan`, the arguments of `inventory-diff`), once in a command; problems name it `<stdin>`. A spec on standard input has no folder, so that its efficiency catalogue is the built-in one or that of `--efficiency`. For a report (`--out`), `-` is standard output, where reports go by default. Reports and results go to standard output, problems and remarks to standard error.',
    '## Exit statuses',
    statusTable(),
    'A command ends with 3, 4 or 5 only if all errors have that status; otherwise it ends with 2. Nx ends every failure with 1.',
    '## Environment variables',
    variableTable(),
  );
}

/** The parser, and the help of its commands. */
export function openProgram() {
  let printed = '';
  const stream = { write: (text) => (printed += text) };
  const terminal = { env: {}, now: () => 0, stdout: stream, stderr: stream };
  const program = createWholeProgram(terminal, () => undefined);
  const helpOf = (command) => {
    printed = '';
    command.outputHelp();
    return printed;
  };
  return { program, helpOf };
}

/** Options that every command that reads dashboards takes, in the same words. */
function commonOptions(commands) {
  const [first, ...others] = commands
    .map(({ options }) => options.filter(({ hidden }) => !hidden))
    .filter((options) => options.some(({ long }) => long === '--efficiency'));
  return first.filter((option) => others.every((options) => options.some(sameAs(option))));
}

function commandSection(command, common, helpOf) {
  // A command that lacks one of the common options lists all of its own.
  const takesAll = common.every((option) => command.options.some(sameAs(option)));
  const isCommon = (option) => takesAll && common.some(sameAs(option));
  const own = command.options.filter((option) => !isCommon(option));
  const after = helpOf(command).slice(command.helpInformation().length).trim();
  const takesCommon = own.length < command.options.length;
  return [
    `## ${command.name()}`,
    `${prose(sentence(command.summary()))} ${prose(sentence(command.description()))}`,
    argumentTable(command.registeredArguments),
    takesCommon
      ? own.length > 0
        ? 'In addition to the [options of most commands](#options-of-most-commands):'
        : 'It has only the [options of most commands](#options-of-most-commands).'
      : undefined,
    optionTable(own),
    after === '' ? undefined : fenced('text', after),
  ];
}

function argumentTable(args) {
  return table(
    ['argument', 'meaning'],
    args.map((arg) => [code(arg.name()), prose(arg.description)]),
  );
}

function optionTable(options) {
  return table(
    ['option', 'default', 'meaning'],
    options.map((option) => {
      const { flags, argChoices } = option;
      const choices = argChoices ? `: ${argChoices.map(code).join(', ')}` : '';
      const { meaning, byDefault } = defaultOf(option);
      return [code(flags), byDefault, `${prose(meaning)}${choices}`];
    }),
  );
}

/** A default that depends on other things is in the description, in brackets. */
function defaultOf({ description, defaultValue }) {
  if (defaultValue !== undefined) {
    return { meaning: description, byDefault: code(String(defaultValue)) };
  }
  const [, meaning = description, byDefault = ''] =
    /^(.*) \(default: (.*)\)$/.exec(description) ?? [];
  return { meaning, byDefault: prose(byDefault) };
}

/** The meaning of each exit status. */
export function statusMeanings() {
  const meanings = new Map();
  for (const [name, doc] of docsOfProperties(EXIT_STATUS, 'EXIT')) {
    const status = library.EXIT[name];
    meanings.set(status, [...(meanings.get(status) ?? []), doc]);
  }
  return [...meanings].map(([status, docs]) => [String(status), docs.join(' ')]);
}

function statusTable() {
  return table(['status', 'meaning'], statusMeanings());
}

function variableTable() {
  const { GENERATION_VARIABLES, VERIFICATION_VARIABLES, MANIFEST_VARIABLES } = library;
  const known = [...GENERATION_VARIABLES, ...VERIFICATION_VARIABLES, ...MANIFEST_VARIABLES];
  const undescribed = known.filter((name) => !Object.hasOwn(VARIABLES, name));
  if (undescribed.length > 0)
    throw new Error(`scripts/docs/cli-page.mjs does not describe ${undescribed}`);
  return table(
    ['variable', 'effect'],
    Object.entries(VARIABLES).map(([name, effect]) => [code(name), effect]),
  );
}

function sameAs({ flags, description, defaultValue }) {
  return (other) =>
    other.flags === flags &&
    other.description === description &&
    other.defaultValue === defaultValue;
}
