import { unifiedDiff } from './unified-diff';

const diff = (before: string | undefined, after: string) =>
  unifiedDiff({ path: 'spec.yml', before, after });

describe('unifiedDiff', () => {
  it('shows a new file as a whole', () => {
    expect(diff(undefined, 'a\nb\n')).toEqual([
      '--- /dev/null',
      '+++ b/spec.yml',
      '@@ -0,0 +1,2 @@',
      '+a',
      '+b',
    ]);
  });

  it('shows additions with three lines around them, and joins those that are near', () => {
    const before = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
    const after = before.flatMap((line, index) =>
      [4, 9, 24].includes(index) ? [line, 'new'] : line,
    );
    expect(diff(before.join('\n'), after.join('\n'))).toEqual([
      '--- a/spec.yml',
      '+++ b/spec.yml',
      '@@ -3,11 +3,13 @@',
      ...[' line 3', ' line 4', ' line 5', '+new', ' line 6', ' line 7', ' line 8', ' line 9'],
      ...[' line 10', '+new', ' line 11', ' line 12', ' line 13'],
      '@@ -23,6 +25,7 @@',
      ...[' line 23', ' line 24', ' line 25', '+new', ' line 26', ' line 27', ' line 28'],
    ]);
  });

  it('shows a line that changed', () => {
    expect(diff('a: [b]\n', 'a: [b, c]\n').slice(2)).toEqual([
      '@@ -1,1 +1,1 @@',
      '-a: [b]',
      '+a: [b, c]',
    ]);
  });

  it('shows nothing of equal texts', () => {
    expect(diff('a\n', 'a\n')).toEqual([]);
  });
});
