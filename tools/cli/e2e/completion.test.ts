import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from '@g6/dashboards/testing';
import { SHELLS, type ShellName } from '../src/completion-scripts';
import { runProcess } from './cli-process';

/** Makes a shell print the completions of a line, one on a line of its own. */
const ASKING: Readonly<Record<ShellName, (script: string, line: string) => string[]>> = {
  bash: (script, line) => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _g6_dashboards`;
    return ['--norc', '-c', `source ${script}; ${ask}; printf '%s\\n' "\${COMPREPLY[@]}"`];
  },
  // It completes only at a terminal, here one of its own; `^D` lists what a line may become.
  zsh: (script, line) => [
    '-f',
    '-c',
    `zmodload zsh/zpty; zpty shell zsh -f -i
     zpty -w shell "PS1=; autoload -Uz compinit; compinit -u -D; source ${script}; stty cols 9 rows 999"
     zpty -w shell "LISTMAX=9999; zstyle ':completion:*' list-prompt ''; print rea''dy"
     # Then zsh edits the line itself; what comes earlier, the terminal would echo.
     zpty -r -m shell text '*ready*2004h*'
     zpty -n -w shell '${line}'$'\\x04'
     # After the list, zsh shows the line again.
     for (( tries = 0; tries < 200; tries++ )); do
       while zpty -r -t shell text; do all+=$text; done
       [[ $all == *'${line}'*'${line}'* ]] && break
       sleep 0.05
     done
     print -rn -- $all`,
  ],
  fish: (script, line) => ['--no-config', '-c', `source ${script}; complete -C '${line}'`],
};

describe.each(SHELLS)('completion in %s', (shell) => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-completion-'));
  const script = join(folder, `completion.${shell}`);

  beforeAll(async () => {
    // Debian comes with bash alone.
    if (shell !== 'bash') ensurePrograms(shell);
    writeFileSync(script, (await runProcess(['completion', shell])).stdout);
    mkdirSync(join(folder, 'a folder'));
    writeFileSync(join(folder, 'a file.yml'), '');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const complete = (line: string) => {
    const env = { ...process.env, HOME: folder, TERM: 'dumb' };
    const { stdout, stderr } = spawnSync(shell, ASKING[shell](script, line), {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { text: stdout, stderr };
  };

  it('is a sound script', () => {
    expect(spawnSync(shell, ['-n', script], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it.each([
    ['g6-dashboards ver', ['verify'], ['coverage']],
    ['g6-dashboards ', ['verify', 'generate', 'inventory-diff', 'completion'], ['--strict']],
    ['g6-dashboards lint --st', ['--strict'], ['--spec']],
    ['g6-dashboards lint --format ', ['sarif', 'junit'], ['--spec', 'csv']],
    ['g6-dashboards generate --unit-inference ', ['auto', 'legacy'], []],
    ['g6-dashboards completion ', ['bash', 'zsh', 'fish'], []],
    ['g6-dashboards generate --spec a', ['a file.yml', 'a folder'], ['coverage']],
    ['g6-dashboards generate --plans a', ['a folder'], ['a file.yml']],
    ['g6-dashboards inventory-diff a', ['a file.yml'], ['--base']],
  ])('offers what fits: "%s"', (line, some, none) => {
    const { text } = complete(line);
    // A shell escapes spaces in the way that its user would.
    const offered = text.replaceAll('\\ ', ' ');
    for (const word of some) expect(offered).toContain(word);
    for (const word of none) expect(offered).not.toContain(word);
  });
});

describe('the script of another shell', () => {
  it('is refused with those that there are', async () => {
    const { status, stderr } = await runProcess(['completion', 'tcsh']);
    expect(status).toBe(2);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish.');
  });
});
