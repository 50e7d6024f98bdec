import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineCommands } from '../src/command-outline';
import { createWholeProgram } from '../src/every-command';

const PAGE = join(__dirname, '../../../libs/engine/man/g6-dashboards.1');
const silent = { write: () => undefined };
const program = createWholeProgram(
  { env: {}, now: () => 0, stdout: silent, stderr: silent },
  () => undefined,
);

describe('the man page', () => {
  const page = readFileSync(PAGE, 'utf8').replaceAll('\\-', '-');

  it.each(outlineCommands(program))('has $name with all its options', ({ name, options }) => {
    const [, section = ''] = page.split(`\n.SS ${name} `);
    const own = section.split('\n.S')[0];
    for (const { flags } of options) expect(own).toContain(`.B ${flags}\n`);
  });

  const groff = spawnSync('groff', ['--version']).status === 0 ? it : it.skip;
  groff('is sound for groff, and shows commands and examples', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tascii', '-ww', '-P-cbou', PAGE], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^NAME\n\s+g6-dashboards +- +Grafana dashboards/m);
    expect(stdout).toContain('$ g6-dashboards lint --format sarif --out lint.sarif');
  });
});
