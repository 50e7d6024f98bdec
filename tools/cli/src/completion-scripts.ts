import type { CommandOutline, OptionOutline, ValueKind } from './command-outline';

/** The shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type ShellName = (typeof SHELLS)[number];

const PROGRAM = 'g6-dashboards';

/** The script that completes commands, options and their values in a shell. */
export function completionScript(shell: ShellName, commands: readonly CommandOutline[]): string {
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](commands);
}

function bashScript(commands: readonly CommandOutline[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ long, value }) => {
      const words = bashWords(value);
      return words === undefined ? [] : [`    '${name} ${long}') ${words}; return ;;`];
    }),
  );
  const args = commands.flatMap(({ name, arguments: [first] }) =>
    first === undefined ? [] : [`      ${name}) ${bashWords(first.value) ?? ':'}; return ;;`],
  );
  const words = commands.map(({ name, options }) => {
    const longs = options.map(({ long }) => long).join(' ');
    return `    ${name}) words='${longs}' ;;`;
  });
  return `# Completion of ${PROGRAM} for bash: source this file, or put it in
# ~/.local/share/bash-completion/completions/${PROGRAM}
${BASH_FILES}
_g6_dashboards() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${names.join(' | ')}) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${values.join('\n')}
  esac
  if [[ -n $command && $cur != -* ]]; then
    case $command in
${args.join('\n')}
    esac
  fi
  case $command in
    '') words='${names.join(' ')} help --help --version' ;;
${words.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _g6_dashboards ${PROGRAM}
`;
}

/** Paths may have spaces; the bash of macOS has no `compopt`. */
const BASH_FILES = `_g6_dashboards_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -- "$cur"))
  type compopt > /dev/null 2>&1 && compopt -o filenames 2> /dev/null
  return 0
}`;

function bashWords(value: ValueKind): string | undefined {
  if (value === 'none') return undefined;
  if (value === 'file') return '_g6_dashboards_files -f';
  if (value === 'folder') return '_g6_dashboards_files -d';
  if (value === 'other') return ':';
  return `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$cur"))`;
}

function zshScript(commands: readonly CommandOutline[]): string {
  const cases = commands.map(({ name, options, arguments: args }) => {
    const specs = [
      ...options.map(zshOption),
      ...args.map(({ name: argument, value }) => `':${argument}:${zshAction(value)}'`),
    ];
    return `        ${name})\n          _arguments ${specs.join(' \\\n            ')}\n          ;;`;
  });
  return `#compdef ${PROGRAM}
# Completion of ${PROGRAM} for zsh: put it as _${PROGRAM} in a folder of $fpath, or source it after compinit.
_g6_dashboards() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C '1: :->command' '*:: :->arguments'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, summary }) => `        '${name}:${zshText(summary)}'`).join('\n')}
        'help:display help for a command'
      )
      _describe command commands
      ;;
    arguments)
      case $words[1] in
${cases.join('\n')}
      esac
      ;;
  esac
}
if [[ $funcstack[1] == _${PROGRAM} ]]; then
  _g6_dashboards "$@"
else
  compdef _g6_dashboards ${PROGRAM}
fi
`;
}

function zshOption({ long, meaning, value }: OptionOutline): string {
  const text = `'${long}[${zshText(meaning)}]`;
  return value === 'none' ? `${text}'` : `${text}:value:${zshAction(value)}'`;
}

function zshAction(value: ValueKind): string {
  if (value === 'file') return '_files';
  if (value === 'folder') return '_files -/';
  if (typeof value === 'string') return '';
  return `(${value.join(' ')})`;
}

/** A text in single quotes in which \`[\`, \`]\` and \`:\` mean something. */
function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''");
}

function fishScript(commands: readonly CommandOutline[]): string {
  const complete = `complete -c ${PROGRAM}`;
  return [
    `# Completion of ${PROGRAM} for fish: put it in ~/.config/fish/completions/${PROGRAM}.fish`,
    `${complete} -f`,
    ...commands.map(
      ({ name, summary }) =>
        `${complete} -n __fish_use_subcommand -a ${name} -d '${fishText(summary)}'`,
    ),
    ...commands.flatMap(({ name, options, arguments: args }) => {
      const inside = `${complete} -n '__fish_seen_subcommand_from ${name}'`;
      return [
        ...options.map(
          ({ long, meaning, value }) =>
            `${inside} -l ${long.replace(/^--/, '')} -d '${fishText(meaning)}'${fishValue(value)}`,
        ),
        ...args.slice(0, 1).map(({ value }) => `${inside}${fishValue(value).replace(' -r', '')}`),
      ];
    }),
    '',
  ].join('\n');
}

function fishValue(value: ValueKind): string {
  if (value === 'none') return '';
  if (value === 'file') return ' -r -F';
  if (value === 'folder') return " -x -a '(__fish_complete_directories)'";
  if (value === 'other') return ' -x';
  return ` -x -a '${value.join(' ')}'`;
}

/** A text in single quotes. */
function fishText(text: string): string {
  return text.replace(/[\\']/g, '\\$&');
}
