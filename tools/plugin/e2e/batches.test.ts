import { NxWorkspace } from './nx-workspace';

const SLUGS = ['bus_health', 'bus_stream', 'governance', 'panels_summary'];
const GENERATE = SLUGS.map((slug) => `${slug}:generate`);
const VERIFY = SLUGS.map((slug) => `${slug}:verify`);
const BOTH = 'run-many -t generate verify --exclude=dashboards';

describe('batches by the real Nx', () => {
  const workspace = new NxWorkspace(SLUGS);
  afterAll(() => {
    workspace.dispose();
  });

  it('runs all generations in one process, and then all verifications in another', () => {
    const { status, batches, tasks } = workspace.nx(BOTH);
    expect(status).toBe(0);
    expect(batches).toEqual(['4 @g6/plugin:generate', '4 @g6/plugin:verify']);
    expect(tasks).toEqual(expect.arrayContaining([...GENERATE, ...VERIFY]));
  });

  it('answers every task of its own from the cache', () => {
    const { status, hits, batches } = workspace.nx('run-many -t generate --exclude=dashboards');
    expect({ status, batches }).toEqual({ status: 0, batches: [] });
    expect([...hits].sort()).toEqual(GENERATE);
  });

  it('runs after an edit of one plan that slug alone', () => {
    // What was generated counts as a changed file only once: verified here, answered from then on.
    expect(workspace.nx(BOTH)).toMatchObject({ status: 0 });
    workspace.append('dashboards/plans/governance/plan.yaml', 'tags: [edited]\n');
    const { status, hits, tasks } = workspace.nx(BOTH);
    expect(status).toBe(0);
    expect(tasks.filter((task) => !hits.includes(task) && !task.endsWith(':files')).sort()).toEqual(
      ['governance:generate', 'governance:verify'],
    );
    expect([...hits].sort()).toEqual(
      [...GENERATE, ...VERIFY].filter((task) => !task.startsWith('governance')).sort(),
    );
  });

  it('fails a task without failing the others of its batch, and keeps their results', () => {
    workspace.append('dashboards/spec/base.yml', '# A remark.\n');
    workspace.edit('dashboards/plans/governance/plan.yaml', '[governance]', '[governence]');
    const failed = workspace.nx('run-many -t generate --exclude=dashboards');
    expect(failed.status).toBe(1);
    expect(failed.batches).toEqual(['4 @g6/plugin:generate']);
    expect(failed.output).toContain('the spec has no family "governence"');
    expect(failed.output).toMatch(/Failed tasks:\s+- governance:generate\s+(?!-)/);
    workspace.edit('dashboards/plans/governance/plan.yaml', '[governence]', '[governance]');
    const repaired = workspace.nx('run-many -t generate --exclude=dashboards');
    expect(repaired.status).toBe(0);
    expect([...repaired.hits].sort()).toEqual(
      GENERATE.filter((task) => task !== 'governance:generate'),
    );
  });

  it('generates the same without batches, and shares their cache', () => {
    const { status, hits } = workspace.nx(
      'run-many -t generate --batch=false --exclude=dashboards',
    );
    expect(status).toBe(0);
    expect([...hits].sort()).toEqual(GENERATE);
  });
});
