import { progressLine, shellOf, type Terminal } from './terminal';

const terminal = (isTTY: boolean, env: Terminal['env'] = {}) => {
  const written: string[] = [];
  const output = { isTTY, write: (text: string) => written.push(text) };
  return { written, env, now: () => 0, stdout: output, stderr: output };
};

const red = (shown: ReturnType<typeof terminal>, stream: 'stdout' | 'stderr') =>
  shellOf(shown).styles?.[stream].error('bad');

describe('colours', () => {
  it.each(['stdout', 'stderr'] as const)('of %s are for a reader at a terminal', (stream) => {
    expect(red(terminal(true), stream)).toBe('\u001b[31mbad\u001b[39m');
    expect(red(terminal(false), stream)).toBe('bad');
  });

  it('are left out if NO_COLOR has a value, and only then', () => {
    expect(red(terminal(true, { NO_COLOR: '1' }), 'stderr')).toBe('bad');
    expect(red(terminal(true, { NO_COLOR: '' }), 'stderr')).not.toBe('bad');
  });
});

describe('progress', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is shown of work that takes longer than a second, and cleared', () => {
    const reader = terminal(true);
    const progress = progressLine(reader, 'generating');
    progress.update(1, 9);
    jest.advanceTimersByTime(1001);
    progress.update(2, 9);
    progress.update(3, 9);
    jest.advanceTimersByTime(101);
    progress.update(4, 9);
    progress.finish();
    expect(reader.written).toEqual(['\rgenerating 2/9', '\rgenerating 4/9', '\r\u001b[K']);
  });

  it('is not shown of short work, nor where nobody watches', () => {
    const [quick, unwatched] = [terminal(true), terminal(false)];
    for (const [reader, time] of [
      [quick, 900],
      [unwatched, 9000],
    ] as const) {
      const progress = progressLine(reader, 'generating');
      jest.advanceTimersByTime(time);
      progress.update(1, 2);
      progress.finish();
      expect(reader.written).toEqual([]);
    }
  });
});
