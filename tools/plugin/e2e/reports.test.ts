import Papa from 'papaparse';
import { NxWorkspace } from './nx-workspace';

const INVENTORY = 'dashboards/reports/inventory.csv';
const SPEC = 'dashboards/spec/base.yml';
const PLAN = 'dashboards/plans/bus_health/plan.yaml';

describe('reports by the real Nx', () => {
  const workspace = new NxWorkspace(['bus_health', 'bus_stream']);
  afterAll(() => {
    workspace.dispose();
  });

  const run = (command: string) => workspace.nx(`run ${command}`);

  describe('dashboards:explain', () => {
    it('says why a dashboard has its panels, for one of them, and what reads a metric', () => {
      const whole = run('dashboards:explain --slug=bus_health');
      expect(whole).toMatchObject({ status: 0 });
      expect(whole.output).toContain('dashboard bus_health: "Bus Health", profile classic');
      expect(run('dashboards:explain --slug=bus_health').hits).toEqual([]);
      const { output } = run('dashboards:explain --metric=g6_bus_events_published_total');
      expect(output).toContain('metric g6_bus_events_published_total: counter of the family bus');
      expect(output).toContain('bus_health: ');
    });

    it.each([
      ['', 'there is nothing to explain'],
      [' --slug=a --metric=b', 'explain one thing at a time'],
      [' --slug=bus_helth', 'did you mean "bus_health"?'],
    ])('refuses%s', (options, message) => {
      const { status, output } = run(`dashboards:explain${options}`);
      expect(output).toContain(message);
      expect(status).toBe(1);
    });
  });

  describe('dashboards:inventory', () => {
    it('generates what is missing and lists every panel', () => {
      const { status, output } = run('dashboards:inventory');
      expect({ status, output }).toMatchObject({ status: 0 });
      expect(workspace.generated()).toContain('bus_stream.json');
      const { data } = Papa.parse<Record<string, string>>(workspace.read(INVENTORY), {
        header: true,
        skipEmptyLines: true,
      });
      expect(new Set(data.map(({ slug }) => slug))).toEqual(new Set(['bus_health', 'bus_stream']));
      expect(output).toContain(`${INVENTORY}: ${data.length} panels of 2 dashboards`);
    });

    it('is answered from the cache when repeated, and brings its file back', () => {
      const text = workspace.read(INVENTORY);
      workspace.remove(INVENTORY);
      expect(run('dashboards:inventory').hits).toContain('dashboards:inventory');
      expect(workspace.read(INVENTORY)).toBe(text);
    });

    it.each([
      ['../inventory.csv', 'it is outside the workspace'],
      ['dashboards/plans/inventory.csv', 'it is in the folder of the plans'],
    ])('is not written to %s', (out, reason) => {
      const { status, output } = run(`dashboards:inventory --out=${out}`);
      expect(output).toContain(
        `${out}: error: nothing may be written here: ${reason} [output-misplaced]`,
      );
      expect(status).toBe(1);
      expect(workspace.exists(out)).toBe(false);
    });

    it('stays a hit where a plan changes and no dashboard does', () => {
      workspace.append(PLAN, '# a note\n');
      const { hits, tasks } = run('dashboards:inventory');
      expect(tasks).toContain('bus_health:generate');
      expect(hits).not.toContain('bus_health:generate');
      expect(hits).toContain('dashboards:inventory');
    });

    it('runs again where a dashboard changes', () => {
      const before = workspace.read(PLAN);
      workspace.edit(PLAN, /^families: \[bus\]$/m, 'families: [bus, sse]');
      expect(run('dashboards:inventory').hits).not.toContain('dashboards:inventory');
      expect(workspace.read(INVENTORY)).toContain('g6_sse_flush_seconds');
      workspace.write(PLAN, before);
      run('dashboards:inventory');
    });

    it('fails with what is wrong where the options are', () => {
      const { status, output } = run('dashboards:inventory --columns=slug,tittle');
      expect(status).toBe(1);
      expect(output).toContain('did you mean "title"?');
    });
  });

  describe('dashboards:inventory-diff', () => {
    beforeAll(() => {
      workspace.commit();
    });

    it('finds nothing since the merge base where nothing changed', () => {
      const { status, output } = run('dashboards:inventory-diff');
      expect({ status, output }).toMatchObject({ status: 0 });
      expect(output).toContain('no difference');
    });

    it('tells a panel renamed whose title changed in the spec, and fails', () => {
      workspace.edit(SPEC, 'title: Bus Event Drops (5m)', 'title: Lost Events (5m)');
      expect(run('dashboards:generate').status).toBe(0);
      const { status, output } = run('dashboards:inventory-diff --jsonOut=diff.json');
      expect(status).toBe(1);
      expect(output).toContain(
        'bus_health: 1 renamed\n  ~ Bus Event Drops (5m) -> Lost Events (5m)',
      );
      expect(JSON.parse(workspace.read('diff.json'))).toMatchObject({ added: [], removed: [] });
      workspace.commit();
      expect(run('dashboards:inventory-diff --base=HEAD~1').status).toBe(1);
      expect(run('dashboards:inventory-diff').status).toBe(0);
    });

    it('says which revision git does not know', () => {
      const { status, output } = run('dashboards:inventory-diff --base=nowhere');
      expect(status).toBe(1);
      expect(output).toContain('git knows no revision "nowhere"');
    });
  });

  describe('dashboards:report', () => {
    const REPORT = 'dashboards/reports/report.md';

    it('tells what changed since the merge base, and is a hit until a revision moves', () => {
      workspace.commit();
      expect(run('dashboards:report').status).toBe(0);
      expect(workspace.read(REPORT)).toContain('No dashboard changes');
      workspace.edit(SPEC, 'title: Lost Events (5m)', 'title: Dropped (5m)');
      const { status, output } = run('dashboards:report');
      expect({ status, output }).toMatchObject({ status: 0 });
      const text = workspace.read(REPORT);
      expect(text).toContain('renamed: `Lost Events (5m)` → `Dropped (5m)`');
      workspace.remove(REPORT);
      expect(run('dashboards:report').hits).toContain('dashboards:report');
      expect(workspace.read(REPORT)).toBe(text);
      workspace.commit();
      expect(run('dashboards:report').hits).not.toContain('dashboards:report');
      expect(workspace.read(REPORT)).toContain('No dashboard changes');
    });

    it('has the form that the ending of its file says', () => {
      expect(run('dashboards:report --base=HEAD~1 --out=report.json').status).toBe(0);
      const slugs = ['bus_health', 'bus_stream'];
      expect(JSON.parse(workspace.read('report.json'))).toMatchObject({
        dashboards: slugs.map((slug) => ({ slug, panels: [{ kind: 'renamed' }] })),
      });
    });
  });

  describe('dashboards:lint and dashboards:coverage', () => {
    it('tell of the spec and its plans, and are hits when repeated', () => {
      const lint = run('dashboards:lint');
      expect(lint.status).toBe(0);
      // The workspace has two of the fifteen plans.
      expect(lint.output).toContain('the family "sse" is in no plan [family-unplanned]');
      expect(run('dashboards:lint').hits).toEqual(['dashboards:lint']);
      expect(run('dashboards:coverage').output).toContain('metrics on no dashboard:');
      expect(run('dashboards:coverage').hits).toEqual(['dashboards:coverage']);
    });

    it('fail where they are asked to be strict', () => {
      expect(run('dashboards:lint --strict').status).toBe(1);
      const coverage = run('dashboards:coverage --failUnder=90');
      expect(coverage.status).toBe(1);
      expect(coverage.output).toContain('less than the 90% asked for');
    });

    it('write a report, and bring it back from the cache', () => {
      const command = 'dashboards:lint --format=sarif --out=dashboards/reports/lint.sarif';
      expect(run(command).status).toBe(0);
      const text = workspace.read('dashboards/reports/lint.sarif');
      workspace.remove('dashboards/reports/lint.sarif');
      expect(run(command).hits).toEqual(['dashboards:lint']);
      expect(workspace.read('dashboards/reports/lint.sarif')).toBe(text);
    });
  });

  describe('dashboards:export', () => {
    const CONFIG_MAP = 'deploy/maps/g6-bus-stream.yaml';
    const exported = () => run('dashboards:export --format=configmap --out=deploy/maps');

    it('writes a form, and is answered from the cache when repeated', () => {
      const { status, output } = exported();
      expect(output).toContain('configmap: 2 files exported to deploy/maps');
      expect(status).toBe(0);
      const text = workspace.read(CONFIG_MAP);
      workspace.remove(CONFIG_MAP);
      expect(exported().hits).toContain('dashboards:export');
      expect(workspace.read(CONFIG_MAP)).toBe(text);
    });

    it('runs again where a plan changes, and for another form', () => {
      workspace.edit(PLAN, /^title: .*$/m, 'title: Exported');
      expect(exported().hits).not.toContain('dashboards:export');
      expect(workspace.read('deploy/maps/g6-bus-health.yaml')).toContain('"title": "Exported"');
      const labelled = run('dashboards:export --format=operator --out=deploy/op --labels=team=bus');
      expect(labelled.output).toContain('operator: 2 files exported to deploy/op');
      expect(workspace.read('deploy/op/g6-bus-health.yaml')).toContain('team: bus');
    });

    it.each([
      ['--out=deploy/no --labels=team', '"team" is not written key=value'],
      ['--out=deploy/no --apiVersion=v2', 'it does not apply to the format configmap'],
      ['--out=../elsewhere', 'nothing may be written here: it is outside the workspace'],
      ['--out=dashboards', 'nothing may be written here: it contains the plans (dashboards/plans)'],
    ])('refuses %s', (option, reason) => {
      const { status, output } = run(`dashboards:export --format=configmap ${option}`);
      expect(output).toContain(reason);
      expect(status).toBe(1);
    });
  });
});
