import type { Argument, Command, Option } from 'commander';

/** The value that an option or argument takes, as far as a shell can help to write it. */
export type ValueKind = 'none' | 'file' | 'folder' | 'other' | readonly string[];

/** An option with the words of its help. */
export interface OptionOutline {
  /** With its dashes: `--spec`. */
  readonly long: string;
  readonly flags: string;
  readonly meaning: string;
  readonly value: ValueKind;
}

/** A command with everything that can follow it. */
export interface CommandOutline {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly description: string;
  readonly options: readonly OptionOutline[];
  readonly arguments: readonly { readonly name: string; readonly value: ValueKind }[];
  /** Examples, exit statuses and the like, which help shows at its end. */
  readonly notes: string;
}

/** The commands of a program in the order of its help, from which completion and the man page are made. */
export function outlineCommands(program: Command): CommandOutline[] {
  return program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== 'help')
    .map((command) => ({
      name: command.name(),
      usage: command.usage(),
      summary: command.summary(),
      description: command.description(),
      options: outlineOptions(command),
      arguments: command.registeredArguments.map((argument) => ({
        name: argument.name(),
        value: valueOfArgument(argument),
      })),
      notes: notesOf(command),
    }));
}

/** The options of a command that help shows, its own `--help` included. */
export function outlineOptions(command: Command): OptionOutline[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map((option) => ({
      long: option.long ?? option.flags,
      flags: option.flags,
      meaning: meaningOf(option),
      value: valueOf(option),
    }));
}

function meaningOf({ description, defaultValue }: Option): string {
  const literal: unknown = defaultValue;
  return typeof literal === 'string' ? `${description} (default: ${literal})` : description;
}

function valueOf({ flags, required, optional, argChoices }: Option): ValueKind {
  if (argChoices) return argChoices;
  if (!required && !optional) return 'none';
  if (/[<[](file|path)[>\]]$/.test(flags)) return 'file';
  return /[<[]dir[>\]]$/.test(flags) ? 'folder' : 'other';
}

function valueOfArgument({ argChoices }: Argument): ValueKind {
  return argChoices ?? 'file';
}

function notesOf(command: Command): string {
  let help = '';
  const output = { ...command.configureOutput() };
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  command.configureOutput(output);
  return help.slice(command.helpInformation().length).trim();
}
