import { NxWorkspace } from './nx-workspace';

/** More plans than one stand-in for files stands for. */
const SLUGS = Array.from({ length: 260 }, (_, index) => `board_${index}`);
const VERIFY = SLUGS.map((slug) => `${slug}:verify`).sort();

describe('many plans in the real Nx', () => {
  const workspace = new NxWorkspace([]);
  const file = (slug: string) => `dashboards/generated/${slug}.json`;
  const tasks = (names: readonly string[]) =>
    names.filter((task) => !task.startsWith('dashboards:')).sort();

  beforeAll(() => {
    workspace.write(
      'dashboards/spec/base.yml',
      'version: 1\nfamilies:\n  jobs:\n    metrics:\n      - {name: jobs_total, type: counter, labels: [queue]}\n',
    );
    for (const slug of SLUGS) {
      workspace.write(`dashboards/plans/${slug}/plan.yaml`, `slug: ${slug}\nfamilies: [jobs]\n`);
    }
    expect(workspace.nx('run dashboards:generate')).toMatchObject({ status: 0 });
    workspace.commit();
  });
  afterAll(() => {
    workspace.dispose();
  });

  it('are verified in one batch, and from then on from the cache', () => {
    const first = workspace.nx('run-many -t verify');
    expect(first.batches).toEqual(['260 @g6/plugin:verify']);
    expect(first).toMatchObject({ status: 0, hits: [] });
    expect(tasks(first.tasks)).toEqual(VERIFY);
    const second = workspace.nx('run-many -t verify');
    expect(second).toMatchObject({ status: 0, batches: [] });
    expect(tasks(second.hits)).toEqual(VERIFY);
  });

  it('are each seen when their file is edited', () => {
    workspace.edit(file('board_77'), '"expr": "', '"expr": "0 * ');
    const { status, tasks: ran, output } = workspace.nx('affected -t verify --base=main');
    expect(output).toMatch(/^changed:board_77:\d+$/m);
    expect({ status, ran: tasks(ran) }).toEqual({ status: 1, ran: ['board_77:verify'] });
    workspace.restore();
  });

  it('are not remembered as sound for what was replaced in the same command', () => {
    workspace.edit(file('board_77'), '"expr": "', '"expr": "1 * ');
    const stale = workspace.read(file('board_77'));
    const both = workspace.nx('run-many -t generate verify -p board_77 board_78');
    expect(both).toMatchObject({ status: 0 });
    workspace.write(file('board_77'), stale);
    const { status, output } = workspace.nx('run board_77:verify');
    expect(output).toMatch(/^changed:board_77:\d+$/m);
    expect(status).toBe(1);
    workspace.restore();
  });

  it('are all listed', () => {
    expect(workspace.nx('run dashboards:inventory')).toMatchObject({ status: 0 });
    const rows = workspace.read('dashboards/reports/inventory.csv').trim().split('\n');
    expect(new Set(rows.slice(1).map((row) => row.split(',')[0])).size).toBe(SLUGS.length);
  });
});
