import { elide, readTranscript } from '../testing/console-transcript';

describe('a transcript', () => {
  it('has the commands of console blocks with their lines and outputs', () => {
    const text = [
      'Text.',
      '',
      '```sh',
      '$ left out',
      '```',
      '',
      '```console',
      '$ echo a',
      'a',
      '$ true',
      '```',
    ];
    expect(readTranscript(text.join('\n'))).toEqual([
      { line: 8, command: 'echo a', expected: ['a'] },
      { line: 10, command: 'true', expected: [] },
    ]);
  });

  it('rejects output without a command', () => {
    expect(() => readTranscript('```console\na\n```')).toThrow('line 2');
  });
});

describe('an output', () => {
  const output = '\n NX   Running\n\none 1.2s  \ntwo\nthree\n';

  it.each([
    [['…', 'two', '…']],
    [[' NX   Running', '…', 'three']],
    [['…', 'one …s', 'two', 'three']],
    [['…']],
  ])('matches %j', (expected) => {
    expect(elide(output, expected)).toBe(expected.join('\n'));
  });

  it.each([[['two', 'three']], [['…', 'on', '…']], [['…', 'three', 'two']], [[]]])(
    'does not match %j',
    (expected) => {
      expect(elide(output, expected)).toBe(' NX   Running\none 1.2s\ntwo\nthree');
    },
  );
});
