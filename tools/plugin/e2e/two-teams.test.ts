import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NxWorkspace } from './nx-workspace';

interface ProjectView {
  readonly root: string;
  readonly tags: string[];
  readonly targets: Record<string, { readonly options: Record<string, unknown> }>;
}

/** The entries that docs/scaling.md shows. */
const PAGE = readFileSync(join(__dirname, '../../../docs/scaling.md'), 'utf8');
const [, EXAMPLE = ''] = /```json\n([^]*?)```/.exec(PAGE) ?? [];
const [SEARCH, SHOWN] = (
  JSON.parse(EXAMPLE) as { plugins: { options: Record<string, unknown> }[] }
).plugins.map(({ options }) => options) as [Record<string, unknown>, Record<string, unknown>];
/** Everything that a set may have of its own. */
const BILLING = { ...SHOWN, metaKey: 'billing_meta', caps: { core: 2 } };

const specOf = (metric: string) => `version: 1
families:
  jobs:
    metrics:
      - { name: ${metric}, type: counter, help: What was done, labels: [queue, outcome] }
`;
const PLAN = 'slug: overview\nfamilies: [jobs]\n';

describe('two teams in one workspace', () => {
  const workspace = new NxWorkspace([]);
  const configure = (...entries: object[]) => {
    const plugins = entries.map((options) => ({ plugin: '@g6/plugin', options }));
    const text = JSON.stringify({ analytics: false, plugins }, null, 2);
    workspace.write('nx.json', `// Each team has its own entry.\n${text}\n`);
  };
  const dashboard = (file: string) => JSON.parse(workspace.read(file)) as Record<string, unknown>;
  const project = (name: string) =>
    JSON.parse(workspace.nx(`show project ${name} --json`).output) as ProjectView;
  /** Tasks that are no stand-ins for files. */
  const worked = (command: string) => {
    const { status, tasks } = workspace.nx(command);
    return { status, tasks: tasks.filter((task) => !task.endsWith(':files')).sort() };
  };

  beforeAll(() => {
    configure(SEARCH, BILLING);
    workspace.write('teams/search/spec.yml', specOf('search_jobs_total'));
    workspace.write('teams/search/plans/overview/plan.yaml', PLAN);
    workspace.write('teams/billing/metrics/base.yml', specOf('billing_jobs_total'));
    workspace.write('teams/billing/plans/overview/plan.yaml', PLAN);
    workspace.commit();
  });
  afterAll(() => {
    workspace.dispose();
  });

  it('have a project for each plan and one for each set', () => {
    const { output } = workspace.nx('show projects --json');
    expect((JSON.parse(output) as string[]).sort()).toEqual([
      'billing-dashboards',
      'billing-overview',
      'search-dashboards',
      'search-overview',
    ]);
    expect(project('search-dashboards').root).toBe('teams/search');
    expect(project('billing-overview').tags).toEqual([
      'type:dashboard',
      'dashboards:billing-dashboards',
    ]);
  });

  it('generate what each has asked for', () => {
    const generated = workspace.nx('run-many -t generate');
    expect(generated.output).toContain('overview: over the cap');
    expect(generated.status).toBe(0);
    const ours = dashboard('teams/search/generated/overview.json');
    expect(ours).toMatchObject({ uid: 'g6-overview', tags: ['g6', 'generated'] });
    expect(JSON.stringify(ours)).toContain('search_jobs_total');
    const theirs = dashboard('teams/billing/generated/overview.json');
    expect(theirs).toMatchObject({
      uid: 'billing-overview',
      tags: ['billing'],
      billing_meta: { truncated_panels: expect.any(Number) as number },
    });
    expect(JSON.stringify(theirs)).not.toMatch(/search|g6/);
    expect(worked('run-many -t verify')).toEqual({
      status: 0,
      tasks: [
        'billing-dashboards:verify',
        'billing-overview:verify',
        'search-dashboards:verify',
        'search-overview:verify',
      ],
    });
    workspace.commit();
  });

  it('are told of their own changes alone', () => {
    workspace.append('teams/search/spec.yml', '# A remark.\n');
    expect(worked('affected -t verify --base=main').tasks).toEqual([
      'search-dashboards:verify',
      'search-overview:verify',
    ]);
    workspace.restore();
    workspace.write('teams/billing/metrics/more.yml', 'version: 1\nfamilies: {}\n');
    expect(worked('affected -t verify --base=main').tasks).toEqual([
      'billing-dashboards:verify',
      'billing-overview:verify',
    ]);
    workspace.restore();
  });

  it('prune no file of each other', () => {
    workspace.remove('teams/search/plans/overview');
    workspace.write('teams/search/plans/jobs/plan.yaml', 'slug: jobs\nfamilies: [jobs]\n');
    const { status, output } = workspace.nx('run search-dashboards:generate');
    expect(output).toContain('overview: removed, no plan asks for it');
    expect(status).toBe(0);
    expect(workspace.exists('teams/search/generated/overview.json')).toBe(false);
    expect(workspace.exists('teams/billing/generated/overview.json')).toBe(true);
    workspace.restore();
  });

  it.each([
    ['search', 'search_jobs_total'],
    ['billing', 'billing_jobs_total'],
  ])('list the panels of %s without a task of the other', (team, metric) => {
    const { status, tasks } = worked(`run ${team}-dashboards:inventory`);
    expect({ status, tasks }).toEqual({
      status: 0,
      tasks: [`${team}-dashboards:inventory`, `${team}-overview:generate`],
    });
    const rows = workspace.read(`teams/${team}/reports/inventory.csv`).trim().split('\n').slice(1);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => !row.includes(metric))).toEqual([]);
  });

  it.each(['search', 'billing'])('compare the panels of %s with a revision', (team) => {
    const compare = `run ${team}-dashboards:inventory-diff --base=main`;
    expect(workspace.nx(compare)).toMatchObject({ status: 0 });
    const file = `teams/${team}/generated/overview.json`;
    workspace.edit(file, `${team}_jobs_total Rate (5m auto)`, 'Renamed');
    const { status, output } = workspace.nx(compare);
    expect(output).toContain('1 renamed in 1 dashboard');
    expect(status).toBe(1);
    workspace.restore();
  });

  it('have rules of their own', () => {
    expect(workspace.nx('run-many -t rules')).toMatchObject({ status: 0 });
    expect(workspace.nx('run-many -t verify-rules')).toMatchObject({ status: 0 });
    workspace.restore();
  });

  it('name their set where a generator could mean either', () => {
    const unnamed = workspace.nx('g @g6/plugin:plan queue --families=jobs');
    expect(unnamed.output).toContain('Add --project=search-dashboards or billing-dashboards');
    const named = workspace.nx(
      'g @g6/plugin:plan queue --families=jobs --project=billing-dashboards',
    );
    expect(named.status).toBe(0);
    expect(workspace.exists('teams/billing/plans/queue/plan.yaml')).toBe(true);
    workspace.restore();
  });

  it('may keep their folders side by side', () => {
    configure(
      { ...SEARCH, plans: 'boards/search', output: 'out/search' },
      { ...BILLING, plans: 'boards/billing', output: 'out/billing' },
    );
    workspace.write('boards/search/overview/plan.yaml', PLAN);
    workspace.write('boards/billing/overview/plan.yaml', PLAN);
    for (const team of ['search', 'billing']) {
      const { root, targets } = project(`${team}-dashboards`);
      expect(root).toBe(`boards/${team}`);
      expect(targets['inventory']?.options['out']).toBe(
        `out/reports/${team}-dashboards/inventory.csv`,
      );
    }
    workspace.restore();
  });

  it('are refused what each would overwrite of the other, at its place', () => {
    const { rules: _rules, ...rest } = SEARCH;
    configure({ ...BILLING, rules: 'dashboards/rules' }, { ...rest, output: SHOWN['output'] });
    const { status, output } = workspace.nx('show projects');
    expect(status).toBe(1);
    expect(output).toMatch(
      /nx\.json:31:\d+: error: "output" is "teams\/billing\/generated", as the entry of @g6\/plugin at 5:\d+ has/,
    );
    expect(output).toMatch(
      /nx\.json:\d+:\d+: error: without "rules" this entry has the default "dashboards\/rules", as/,
    );
    workspace.restore();
  });
});
