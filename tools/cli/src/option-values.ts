import { InvalidArgumentError, Option, type Command } from 'commander';
import { STANDARD_INPUT } from '@g6/dashboards';

/**
 * An option that a command cannot do without. commander would miss its own mandatory options before it
 * names a misspelt one: `--grafanna URL` would be answered with "`--grafana` is missing".
 */
export class RequiredOption extends Option {}

/** Refuses a command line, whose options are all known, for the first required option that it lacks. */
export function refuseMissingOptions(command: Command): void {
  const missing = command.options.find(
    (option) =>
      option instanceof RequiredOption &&
      command.getOptionValue(option.attributeName()) === undefined,
  );
  if (missing) {
    command.error(`error: required option '${missing.flags}' not specified`, {
      code: 'commander.missingMandatoryOptionValue',
    });
  }
}

/** Reads the path of an option; an empty one, as an unset variable leaves it, is refused. */
export function parsePath(path: string): string {
  if (path.trim() === '') throw new InvalidArgumentError('It is empty; name a path.');
  return path;
}

/** Reads the path of an input file; `-` is standard input. */
export function parseInput(path: string): string {
  return path === '-' ? STANDARD_INPUT : parsePath(path);
}

/** Reads the path of a folder, which no stream can stand for. */
export function parseFolder(path: string): string {
  if (path === '-') {
    throw new InvalidArgumentError('It takes a folder; a folder of this name is "./-".');
  }
  return parsePath(path);
}

/** The file of a report; undefined for standard output, which is the default and `-`. */
export function reportFile(path: string | undefined): string | undefined {
  return path === '-' ? undefined : path;
}

/** Reads a day, `YYYY-MM-DD`. */
export function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new InvalidArgumentError('It is not a day; write for example 2027-03-31.');
  }
  return text;
}

/** Reads a list of names, split at its commas; one that names nothing is refused. */
export function parseNames(list: string): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) {
    throw new InvalidArgumentError('It names nothing; write names with commas between them.');
  }
  return names;
}
