import type { TaskGraph } from '@nx/devkit';
import { runBatch, type BatchResult } from './run-batch';

const graphOf = (...tasks: string[]) =>
  ({
    tasks: Object.fromEntries(
      tasks.map((id) => [id, { id, target: { project: `project ${id}` } }]),
    ),
  }) as unknown as TaskGraph;

async function collect(results: AsyncGenerator<BatchResult>): Promise<BatchResult[]> {
  const collected: BatchResult[] = [];
  for await (const result of results) collected.push(result);
  return collected;
}

describe('runBatch', () => {
  it('gives each task its options and the name of its project', async () => {
    const run = (slug: string, project: string) => ({
      success: true,
      output: `${slug} ${project}`,
    });
    const [result] = await collect(runBatch(graphOf('1'), { '1': 'a' }, run));
    expect(result?.result.terminalOutput).toBe('a project 1');
  });

  it('tells of each task what it came to', async () => {
    const run = (slug: string) => ({ success: slug !== 'b', output: `${slug}\n` });
    const results = await collect(runBatch(graphOf('1', '2'), { '1': 'a', '2': 'b' }, run));
    expect(results).toMatchObject([
      { task: '1', result: { success: true, terminalOutput: 'a\n' } },
      { task: '2', result: { success: false, terminalOutput: 'b\n' } },
    ]);
    for (const { result } of results) {
      expect(result.endTime).toBeGreaterThanOrEqual(result.startTime);
    }
  });

  it('fails a task that throws, and none but it', async () => {
    const run = (slug: string) => {
      if (slug === 'b') throw new Error('no space left');
      return { success: true, output: '' };
    };
    const inputs = { '1': 'a', '2': 'b', '3': 'c' };
    const results = await collect(runBatch(graphOf('1', '2', '3'), inputs, run));
    expect(results.map(({ result }) => result.success)).toEqual([true, false, true]);
    expect(results[1]?.result.terminalOutput).toContain('Error: no space left');
  });

  it('hands over each result before it begins the next task', async () => {
    const begun: string[] = [];
    const run = (slug: string) => {
      begun.push(slug);
      return { success: true, output: '' };
    };
    const results = runBatch(graphOf('1', '2'), { '1': 'a', '2': 'b' }, run);
    await results.next();
    expect(begun).toEqual(['a']);
    await results.next();
    expect(begun).toEqual(['a', 'b']);
  });
});
