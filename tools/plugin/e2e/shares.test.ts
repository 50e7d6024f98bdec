import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NxWorkspace } from './nx-workspace';

interface Workflow {
  readonly jobs: {
    readonly verify: {
      readonly strategy: { readonly matrix: { readonly share: readonly number[] } };
      readonly env: { readonly SHARES: number };
      readonly steps: readonly { readonly shell?: string; readonly run?: string }[];
    };
  };
}

const SLUGS = ['bus_health', 'bus_stream', 'governance', 'health_core', 'panels_summary'];

describe('the workflow of docs/scaling.md', () => {
  const page = readFileSync(join(__dirname, '../../../docs/scaling.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n(jobs:[^]*?)```/.exec(page) ?? [];
  const { strategy, env, steps } = (parse(yaml) as Workflow).jobs.verify;
  const { shell, run: script = '' } = steps.at(-1) ?? {};
  const workspace = new NxWorkspace(SLUGS);

  beforeAll(() => {
    expect(workspace.nx('run dashboards:generate')).toMatchObject({ status: 0 });
    workspace.commit();
  });
  afterAll(() => {
    workspace.dispose();
  });

  /** Runs the last step as GitHub does with the shell that it names. */
  const verify = (share: number) =>
    workspace.bash(script, { SHARE: String(share), SHARES: String(env.SHARES), NX_BASE: 'main' });

  it('counts its shares right', () => {
    expect(shell).toBe('bash');
    expect(strategy.matrix.share).toEqual(Array.from({ length: env.SHARES }, (_, i) => i));
  });

  it('verifies every affected dashboard on one machine', () => {
    workspace.append('dashboards/spec/efficiency.yml', '# A remark.\n');
    const runs = strategy.matrix.share.map(verify);
    expect(runs.map(({ status }) => status)).toEqual(strategy.matrix.share.map(() => 0));
    const verified = runs.flatMap(({ tasks }) => tasks.filter((task) => task.endsWith(':verify')));
    expect(verified.sort()).toEqual(
      [...SLUGS, 'dashboards'].map((slug) => `${slug}:verify`).sort(),
    );
    workspace.restore();
  });

  it('verifies nothing where nothing is affected', () => {
    expect(verify(0)).toMatchObject({ status: 0, tasks: [] });
  });

  it('fails where a dashboard drifts, and where Nx itself fails', () => {
    workspace.append('dashboards/plans/governance/plan.yaml', 'tags: [edited]\n');
    const drifted = strategy.matrix.share.map(verify).filter(({ status }) => status !== 0);
    expect(drifted.map(({ output }) => output.includes('edited:governance'))).toEqual([true]);
    workspace.write(
      'nx.json',
      '{ "plugins": [{ "plugin": "@g6/plugin", "options": { "a": 1 } }] }',
    );
    expect(strategy.matrix.share.map((share) => verify(share).status)).not.toContain(0);
  });
});
