import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { useTempFolder } from '@g6/dashboards/testing';
import { createWholeProgram } from './every-command';
import { runCli } from './run-cli';

const folder = useTempFolder();
const silent = { write: () => undefined };
const quiet = { env: { NAME: 'value' }, now: () => 0, stdout: silent, stderr: silent };
/** Options of commands that go on until they are stopped. */
const ENDLESS = ['--port', '--watch'];
const isEndless = ({ long }: Option) => ENDLESS.includes(long ?? '');
const commands = createWholeProgram(quiet, () => undefined).commands;
const listed = commands.flatMap((command) =>
  command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help' && !command.options.some(isEndless))
    .map((option) => ({ command, option, name: `${command.name()} ${option.flags}` })),
);

/** Options that only one form of import takes. */
const FORMS = new Map<string | undefined, string>([
  ['--match', 'prometheus'],
  ['--naming', 'semconv'],
]);

const NOWHERE = 'http://127.0.0.1:9';

/** Arguments with which a command has what it needs. */
function needs(command: Command, { long }: Option): string[] {
  const at = (name: string) => join(folder(), name);
  const { options, registeredArguments } = command;
  const inventories = registeredArguments.map(({ argChoices }) =>
    argChoices ? (FORMS.get(long) ?? argChoices[0] ?? '') : at('inventory.csv'),
  );
  if (long === '--base') return [];
  const has = (name: string) => options.some((one) => one.long === name) && name !== long;
  return [
    ...inventories,
    ...(has('--spec') && long !== '--dir' ? ['--spec', at('spec.yml')] : []),
    ...(has('--plans') && long !== '--plan' && long !== '--dir' ? ['--plans', at('plans')] : []),
    ...(has('--output') ? ['--output', at('out')] : []),
    // Nothing answers there.
    ...(has('--prometheus') && command.name() === 'check' ? ['--prometheus', NOWHERE] : []),
    ...(has('--grafana') ? ['--grafana', NOWHERE] : []),
    ...(command.name() === 'export' && has('--format') ? ['--format', 'resource'] : []),
    ...(command.name() === 'export' && has('--out') ? ['--out', at('out')] : []),
  ];
}

/** A value that an option takes. */
function valueOf({ required, argChoices, flags, long }: Option): string[] {
  if (!required) return [];
  if (argChoices) return argChoices.slice(0, 1);
  if (long === '--columns') return ['slug'];
  if (flags.endsWith('<percent>') || flags.endsWith('<port>')) return ['50'];
  if (long === '--profile') return ['standard'];
  if (long === '--overwrite') return ['edited'];
  if (flags.endsWith('<name>')) return ['NAME'];
  if (flags.endsWith('<header>')) return ['X-Scope: all'];
  if (flags.endsWith('<duration>')) return ['1m'];
  if (flags.endsWith('<number>')) return ['3'];
  if (flags.endsWith('<url>')) return [NOWHERE];
  if (flags.endsWith('<day>')) return ['2027-03-31'];
  if (flags.endsWith('<key=value>')) return ['team=bus'];
  return [join(folder(), 'value')];
}

describe('an option that help lists', () => {
  const started = process.cwd();
  beforeEach(() => {
    // What is not named has its default place below this folder.
    process.chdir(folder());
  });
  afterEach(() => {
    process.chdir(started);
  });

  it.each(listed)('is taken: $name', async ({ command, option }) => {
    writeFileSync(join(folder(), 'spec.yml'), 'version: 1\nfamilies: {}\n');
    writeFileSync(join(folder(), 'inventory.csv'), 'slug,title,panel_uuid\n');
    let stderr = '';
    const terminal = { ...quiet, stderr: { write: (text: string) => (stderr += text) } };
    const args = [command.name(), ...needs(command, option), option.long ?? '', ...valueOf(option)];
    await runCli(['node', 'g6-dashboards', ...args], terminal);
    // Files that do not exist are problems; a usage that is refused has no code.
    expect(stderr).not.toMatch(/^error: /m);
    expect(stderr).not.toContain('--help shows');
  });
});
