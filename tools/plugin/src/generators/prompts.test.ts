import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parse } from 'yaml';
import { askFamilies, askFamily, askText } from './ask';
import initGenerator from './init/init.impl';
import metricGenerator from './metric/metric.impl';
import planGenerator from './plan/plan.impl';

jest.mock('./ask', () => ({ askFamilies: jest.fn(), askFamily: jest.fn(), askText: jest.fn() }));
const SPEC = 'dashboards/spec/base.yml';

describe('what a generator asks by itself', () => {
  const terminal = process.stdout.isTTY;
  let tree: Tree;
  beforeEach(() => {
    jest.resetAllMocks();
    tree = createTreeWithEmptyWorkspace();
    tree.write('nx.json', '{"plugins": ["@g6/plugin"]}');
    tree.write(SPEC, 'version: 1\nfamilies:\n  http:\n  jobs:\n');
    process.stdout.isTTY = true;
    jest.replaceProperty(process, 'env', { ...process.env, CI: 'false', NX_INTERACTIVE: 'true' });
  });
  afterEach(() => {
    process.stdout.isTTY = terminal;
    jest.restoreAllMocks();
  });

  const spec = () => parse(tree.read(SPEC, 'utf-8') ?? '') as unknown;

  it('is the families of a plan, offered from the spec', async () => {
    jest.mocked(askFamilies).mockResolvedValue(['jobs']);
    await planGenerator(tree, { slug: 'work', title: '', tags: '' });
    expect(askFamilies).toHaveBeenCalledWith(['http', 'jobs']);
    expect(parse(tree.read('dashboards/plans/work/plan.yaml', 'utf-8') ?? '')).toEqual({
      slug: 'work',
      families: ['jobs'],
    });
  });

  it('is nothing where the options say all', async () => {
    await planGenerator(tree, { slug: 'work', families: 'http, jobs' });
    const gauge = { name: 'a', type: 'gauge', family: 'http', cardinalityBudget: 1 };
    await metricGenerator(tree, gauge);
    const histogram = { name: 'b', type: 'histogram', family: 'http', cardinalityBudget: 1 };
    await metricGenerator(tree, { ...histogram, buckets: [0.5, 1] });
    for (const ask of [askFamilies, askFamily, askText]) expect(ask).not.toHaveBeenCalled();
  });

  it('is the family, the budget and the buckets of a histogram', async () => {
    jest.mocked(askFamily).mockResolvedValue('jobs');
    jest.mocked(askText).mockResolvedValueOnce('12').mockResolvedValueOnce('0.5, 1');
    await metricGenerator(tree, { name: 'job_seconds', type: 'histogram', helpText: 'Time.' });
    expect(askFamily).toHaveBeenCalledWith(['http', 'jobs']);
    expect(spec()).toMatchObject({
      families: {
        jobs: {
          metrics: [
            {
              name: 'job_seconds',
              type: 'histogram',
              help: 'Time.',
              labels: [],
              cardinality_budget: 12,
              buckets: [0.5, 1],
            },
          ],
        },
      },
    });
  });

  it('is refused at once where an answer is of no use', async () => {
    jest.mocked(askText).mockResolvedValue('');
    await metricGenerator(tree, { name: 'a', type: 'histogram', family: 'http' });
    const [budget, buckets] = jest.mocked(askText).mock.calls.map(([, check]) => check);
    expect([budget?.(''), budget?.(' 3 ')]).toEqual([undefined, undefined]);
    expect(budget?.('-1')).toBe('A whole number above 0, or nothing');
    expect([buckets?.(''), buckets?.('1, 2.5')]).toEqual([undefined, undefined]);
    expect(buckets?.('1,x')).toBe('Numbers, separated by commas');
  });

  it('is where the metrics are, if there is no spec yet; an empty answer means a sample', async () => {
    tree.delete(SPEC);
    jest.mocked(askText).mockResolvedValue(' ');
    await initGenerator(tree, {});
    const [[question] = []] = jest.mocked(askText).mock.calls;
    expect(question).toMatch(/^Where are your metrics\?/);
    expect(tree.read(SPEC, 'utf-8')).toContain('http_requests_total');
    await initGenerator(tree, {});
    expect(askText).toHaveBeenCalledTimes(1);
  });

  it.each([{ yes: true }, { from: 'none' }])('is nothing with %j', async (options) => {
    tree.delete(SPEC);
    await initGenerator(tree, options);
    expect(askText).not.toHaveBeenCalled();
    expect(tree.exists(SPEC)).toBe(true);
  });

  it.each([
    ['in CI', { CI: 'true' }],
    ['with --no-interactive', { NX_INTERACTIVE: 'false' }],
  ])('is nothing %s', async (_where, env) => {
    jest.replaceProperty(process, 'env', { ...process.env, ...env });
    await expect(planGenerator(tree, { slug: 'work' })).rejects.toThrow('Add --families=a,b');
    const metric = metricGenerator(tree, { name: 'a', type: 'gauge' });
    await expect(metric).rejects.toThrow('Add --family=name');
  });
});
