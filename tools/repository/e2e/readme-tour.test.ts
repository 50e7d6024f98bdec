import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elide, readTranscript, significantLines } from '../testing/console-transcript';
import { REPOSITORY, RepositoryCopy, type CommandResult } from '../testing/repository-copy';

const steps = readTranscript(readFileSync(join(REPOSITORY, 'README.md'), 'utf8'));
const SHOWS_STATUS = 'echo $?';

describe('the tour of the README', () => {
  let results: readonly CommandResult[] = [];

  beforeAll(async () => {
    const copy = new RepositoryCopy();
    try {
      results = await copy.run(steps.map(({ command }) => command));
    } finally {
      copy.remove();
    }
  });

  it('runs to its end', () => {
    expect(steps.length).toBeGreaterThan(15);
    expect(results).toHaveLength(steps.length);
  });

  it.each(steps.map((step, index) => ({ ...step, index })))(
    'line $line prints the output shown: $command',
    ({ index, expected }) => {
      const { output } = results[index] as CommandResult;
      expect(elide(output, expected)).toBe(significantLines(expected).join('\n'));
    },
  );

  it('fails only if it shows the exit status', () => {
    const failed = steps.filter(
      (_, index) => results[index]?.status !== 0 && steps[index + 1]?.command !== SHOWS_STATUS,
    );
    expect(failed).toEqual([]);
  });
});
