import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import generateBatch from './generate/generate.batch';
import verifyBatch from './verify/verify.batch';

const SPEC =
  'version: 1\nfamilies:\n  bus:\n    metrics:\n      - { name: a_total, type: counter }\n';

describe('a batch of an executor', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-batch-'));
  const graph = {
    tasks: { one: { target: { project: 'one' } }, two: { target: { project: 'two' } } },
  } as unknown as TaskGraph;
  const context = { root } as ExecutorContext;
  const inputs = Object.fromEntries(
    ['one', 'two'].map((slug) => [
      slug,
      { spec: 'spec.yml', output: 'out', slug, plan: `plans/${slug}/plan.yaml` },
    ]),
  );

  beforeEach(() => {
    writeFileSync(join(root, 'spec.yml'), SPEC);
    for (const slug of ['one', 'two']) {
      mkdirSync(join(root, 'plans', slug), { recursive: true });
      writeFileSync(join(root, 'plans', slug, 'plan.yaml'), `slug: ${slug}\nfamilies: [bus]\n`);
    }
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it.each([
    ['generate', generateBatch],
    ['verify', verifyBatch],
  ])('%s reads the spec once for all its tasks', async (_name, batch) => {
    const results = batch(graph, inputs, {}, context);
    expect((await results.next()).value).toMatchObject({ task: 'one', result: { success: true } });
    rmSync(join(root, 'spec.yml'));
    expect((await results.next()).value).toMatchObject({ task: 'two', result: { success: true } });
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['one.json', 'two.json']);
  });

  it('reads each spec that its tasks name', async () => {
    writeFileSync(join(root, 'other.yml'), SPEC.replace('bus:', 'stream:'));
    const mixed = { ...inputs, two: { ...inputs['two']!, spec: 'other.yml' } };
    const results = generateBatch(graph, mixed, {}, context);
    expect((await results.next()).value).toMatchObject({ result: { success: true } });
    const { result } = (await results.next()).value as { result: { terminalOutput: string } };
    expect(result.terminalOutput).toContain('the spec has no family "bus"');
  });
});
