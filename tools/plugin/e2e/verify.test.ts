import { NxWorkspace } from './nx-workspace';

const SLUGS = ['bus_health', 'bus_stream', 'governance'];
const MANIFEST = 'dashboards:verify';
const ALL = [...SLUGS.map((slug) => `${slug}:verify`), MANIFEST].sort();
const GENERATED = 'dashboards/generated/bus_health.json';

describe('verification by the real Nx', () => {
  const workspace = new NxWorkspace(SLUGS);
  beforeAll(() => {
    expect(workspace.nx('run dashboards:generate')).toMatchObject({ status: 0 });
    workspace.commit();
  });
  afterEach(() => {
    workspace.restore();
  });
  afterAll(() => {
    workspace.dispose();
  });

  const affected = (env?: Record<string, string>) => {
    const { tasks, ...run } = workspace.nx('affected -t verify --base=main', env);
    return { ...run, tasks: tasks.filter((task) => task.endsWith(':verify')).sort() };
  };

  it('finds no drift in what was just generated, and answers from the cache when repeated', () => {
    const first = workspace.nx('run-many -t verify');
    expect(first).toMatchObject({ status: 0, hits: [] });
    expect(first.output).toContain('1 dashboard verified, no drift');
    const second = workspace.nx('run-many -t verify');
    expect(second.status).toBe(0);
    expect([...second.hits].sort()).toEqual(ALL);
  });

  it('runs for one slug after an edit of its plan', () => {
    workspace.append('dashboards/plans/bus_health/plan.yaml', 'tags: [edited]\n');
    const { status, tasks, output } = affected();
    expect({ status, tasks }).toEqual({ status: 1, tasks: ['bus_health:verify', MANIFEST] });
    expect(output).toContain('edited:bus_health');
  });

  it('runs for every slug after an edit of the spec', () => {
    workspace.append('dashboards/spec/base.yml', '# A remark.\n');
    const { status, tasks, output } = affected();
    expect({ status, tasks }).toEqual({ status: 1, tasks: ALL });
    for (const slug of SLUGS) expect(output).toContain(`hash:${slug}`);
  });

  it('runs for every slug after an edit of the efficiency catalogue', () => {
    workspace.append('dashboards/spec/efficiency.yml', '# A remark.\n');
    expect(affected()).toMatchObject({ status: 0, tasks: ALL, hits: [] });
  });

  it('runs for no dashboard after an edit of a README', () => {
    workspace.append('README.md', 'More.\n');
    workspace.write('dashboards/README.md', 'What lies here.\n');
    const { status, tasks } = affected();
    // The README lies in the project of all dashboards, whose manifest is verified again.
    expect({ status, tasks }).toEqual({ status: 0, tasks: [MANIFEST] });
  });

  it('runs for the slug of an edited file, prints tokens and fails with status 1', () => {
    workspace.edit(GENERATED, '"expr": "', '"expr": "0 * ');
    const { status, tasks, output } = affected({ G6_DASHBOARD_DIFF_VERBOSE: '1' });
    expect({ status, tasks }).toEqual({ status: 1, tasks: ['bus_health:verify', MANIFEST] });
    expect(output).toMatch(/^changed:bus_health:1$/m);
    expect(output).toMatch(/^DRIFT_DETAILS_BEGIN\n\{"slug":"bus_health".*\nDRIFT_DETAILS_END$/m);
    expect(output).toContain(
      'drift found; regenerate with nx run bus_health:generate, or undo the edit',
    );
  });

  it('annotates drift for pipelines, also from the cache', () => {
    workspace.edit(GENERATED, '"expr": "', '"expr": "0 * ');
    const verify = () => workspace.nx('run-many -t verify --format=github');
    const { status, output } = verify();
    expect(status).toBe(1);
    expect(output).toMatch(
      /^::error file=dashboards\/generated\/bus_health\.json,title=changed::/m,
    );
    expect(output).not.toContain('governance.json');
    workspace.restore();
    expect(verify()).toMatchObject({ status: 0 });
    const again = verify();
    expect(again.status).toBe(0);
    expect([...again.hits].sort()).toEqual(ALL);
    expect(again.output).not.toContain('::error');
  });

  it('misses a deleted file', () => {
    workspace.remove(GENERATED);
    const { status, output } = affected();
    expect(status).toBe(1);
    expect(output).toMatch(/^missing:bus_health$/m);
  });

  it('finds a manifest that is not that of the plans', () => {
    workspace.edit('dashboards/generated/manifest.json', '"slug": "governance"', '"slug": "gone"');
    const { status, output } = workspace.nx('run dashboards:verify');
    expect(status).toBe(1);
    expect(output).toMatch(/^added:manifest:1\nremoved:manifest:1$/m);
    expect(output).toContain(
      'manifest verified, drift found; regenerate with nx run dashboards:manifest',
    );
  });

  it('calls the file of a deleted plan orphaned', () => {
    workspace.remove('dashboards/plans/governance');
    for (const run of [affected(), workspace.nx('run-many -t verify')]) {
      expect(run.status).toBe(1);
      expect(run.output).toMatch(/^orphaned:governance$/m);
      expect(run.output).toContain('no plan asks for governance: delete the file');
    }
  });

  it('fails where the folder has another name than the slug, and names both', () => {
    workspace.edit('dashboards/plans/bus_health/plan.yaml', 'slug: bus_health', 'slug: buses');
    const { status, output } = workspace.nx('run bus_health:verify');
    expect(status).toBe(1);
    expect(output).toContain('the slug "buses" differs from its folder "bus_health"');
  });

  it('does not remember a stale file as verified because the same command generated it anew', () => {
    workspace.append('dashboards/plans/bus_health/plan.yaml', 'tags: [forgotten]\n');
    expect(workspace.nx('run-many -t verify generate')).toMatchObject({ status: 0 });
    const plan = workspace.read('dashboards/plans/bus_health/plan.yaml');
    workspace.restore();
    workspace.write('dashboards/plans/bus_health/plan.yaml', plan);
    const { status, output } = workspace.nx('run bus_health:verify');
    expect(status).toBe(1);
    expect(output).toContain('edited:bus_health');
  });
});
