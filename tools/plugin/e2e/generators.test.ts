import { parse } from 'yaml';
import { NxWorkspace, type NxRun } from './nx-workspace';

const SPEC = 'dashboards/spec/base.yml';
const CHECKOUT = 'dashboards/generated/checkout.json';
const OVERVIEW = 'dashboards/generated/service_overview.json';

/** A workspace that has the package installed, and nothing of ours in it. */
function freshWorkspace(): NxWorkspace {
  const workspace = new NxWorkspace([]);
  workspace.remove('dashboards');
  workspace.write('nx.json', '{\n  // Told to nobody.\n  "analytics": false\n}\n');
  workspace.commit();
  return workspace;
}

describe('generators by the real Nx', () => {
  const workspace = freshWorkspace();
  afterAll(() => {
    workspace.dispose();
  });

  const run = (command: string, status = 0): NxRun => {
    const result = workspace.nx(command);
    expect(result).toMatchObject({ status });
    return result;
  };
  const verified = ({ tasks }: NxRun) => tasks.filter((task) => task.endsWith(':verify')).sort();

  describe('init', () => {
    it('prepares an empty workspace', () => {
      const { output } = run('g @g6/plugin:init');
      expect([...output.matchAll(/^(CREATE|UPDATE) .*$/gm)].map(([line]) => line)).toEqual([
        'UPDATE nx.json',
        `CREATE ${SPEC}`,
        'CREATE dashboards/plans/service_overview/plan.yaml',
        'UPDATE package.json',
        'UPDATE .gitignore',
        'CREATE .gitattributes',
        'CREATE .github/workflows/dashboards.yml',
      ]);
      expect(workspace.read('nx.json')).toContain('// Told to nobody.');
    });

    it('leaves a workspace that generates and verifies', () => {
      run('run dashboards:generate');
      workspace.commit();
      expect(verified(run('run-many -t verify'))).toEqual([
        'dashboards:verify',
        'service_overview:verify',
      ]);
    });

    it('changes nothing when it runs again, with what nx add passes', () => {
      const { output } = run('g @g6/plugin:init --keepExistingVersions');
      expect(output).toContain('The workspace is prepared already');
      expect(output).not.toMatch(/CREATE|UPDATE|DELETE/);
    });
  });

  describe('plan', () => {
    it('writes nothing in a dry run', () => {
      const { output } = run('g @g6/plugin:plan checkout --families=http --dry-run');
      expect(output).toContain('CREATE dashboards/plans/checkout/plan.yaml');
      expect(workspace.exists('dashboards/plans/checkout')).toBe(false);
    });

    it('leaves a plan that generates at once, and that alone is affected', () => {
      run('g @g6/plugin:plan checkout --families=http,jobs --title=Checkout --tags=a,b');
      expect(parse(workspace.read('dashboards/plans/checkout/plan.yaml'))).toEqual({
        slug: 'checkout',
        title: 'Checkout',
        families: ['http', 'jobs'],
        tags: ['a', 'b'],
      });
      run('run dashboards:generate');
      expect(verified(run('affected -t verify --base=main'))).toEqual([
        'checkout:verify',
        'dashboards:verify',
      ]);
      workspace.commit();
    });

    it.each([
      ['a slug that is taken', 'checkout --families=http', 'the slug "checkout" is already taken'],
      ['a slug that is none', 'Shop-1 --families=http', 'must match [a-z][a-z0-9_]*'],
      ['an unknown family', 'shop --families=htp', 'did you mean "http"?'],
      ['no family', 'shop', 'Add --families=a,b; the spec has http, jobs'],
    ])('refuses %s', (_what, rest, reason) => {
      expect(run(`g @g6/plugin:plan ${rest}`, 1).output).toContain(reason);
      expect(workspace.exists('dashboards/plans/shop')).toBe(false);
    });
  });

  it('adds a metric below its family, and changes no other line of the spec', () => {
    const before = workspace.read(SPEC);
    run('g @g6/plugin:metric http_retries_total --family=http --type=counter --labels=method');
    const added =
      '      - name: http_retries_total\n        type: counter\n        labels: [method]\n';
    const after = workspace.read(SPEC);
    expect(after).toContain(added);
    expect(after.replace(added, '')).toBe(before);
    run('run dashboards:generate');
    expect(workspace.read(OVERVIEW)).toContain('http_retries_total');
    workspace.commit();
  });

  describe('sync', () => {
    const drift = () => {
      workspace.edit(CHECKOUT, '"expr": "sum(', '"expr": "0 * sum(');
    };
    afterEach(() => {
      workspace.restore();
    });

    it('is registered on the verify targets', () => {
      const { output } = run('show project checkout --json');
      const { targets } = JSON.parse(output) as { targets: Record<string, unknown> };
      expect(targets['verify']).toMatchObject({ syncGenerators: ['@g6/plugin:sync'] });
      expect(targets['generate']).not.toHaveProperty('syncGenerators');
    });

    it('finds nothing to do where nothing drifts', () => {
      expect(run('sync:check').output).toContain('The workspace is up to date');
    });

    it('reports drift by its tokens, and ends it with the bytes that generation writes', () => {
      const text = workspace.read(CHECKOUT);
      drift();
      workspace.remove(OVERVIEW);
      const { output } = run('sync:check', 1);
      expect(output).toMatch(/^changed:checkout:1\nmissing:service_overview$/m);
      expect(workspace.exists(OVERVIEW)).toBe(false);
      run('sync');
      expect(workspace.read(CHECKOUT)).toBe(text);
      expect(workspace.exists(OVERVIEW)).toBe(true);
    });

    it('removes a dashboard whose plan is gone', () => {
      workspace.remove('dashboards/plans/checkout');
      expect(run('sync:check', 1).output).toMatch(/^orphaned:checkout$/m);
      run('sync');
      expect(workspace.exists(CHECKOUT)).toBe(false);
    });

    it('says what keeps it from telling', () => {
      workspace.edit(SPEC, 'type: counter', 'type: conter');
      expect(run('sync:check', 1).output).toContain('unknown type "conter"');
    });

    it('leaves it to verify to fail, for the slug that drifts alone', () => {
      drift();
      for (const env of [{}, { CI: 'true' }]) {
        const result = workspace.nx('run-many -t verify', env);
        expect(result.status).toBe(1);
        expect(result.output).toMatch(/^changed:checkout:1$/m);
        expect(verified(result)).toEqual([
          'checkout:verify',
          'dashboards:verify',
          'service_overview:verify',
        ]);
      }
    });
  });
});

describe('the sync generator where nx.json only lists the plugin', () => {
  const workspace = new NxWorkspace(['bus_health', 'bus_stream']);
  beforeAll(() => {
    expect(workspace.nx('run dashboards:generate')).toMatchObject({ status: 0 });
    workspace.edit('dashboards/generated/bus_health.json', '"expr": "', '"expr": "0 * ');
  });
  afterAll(() => {
    workspace.dispose();
  });

  it('is known to nx sync', () => {
    const { status, output } = workspace.nx('sync:check');
    expect(status).toBe(1);
    expect(output).toMatch(/^changed:bus_health:1$/m);
  });

  it('does not come before verification', () => {
    expect(workspace.nx('run bus_stream:verify')).toMatchObject({ status: 0 });
    const { status, tasks } = workspace.nx('run bus_health:verify');
    expect({ status, tasks }).toEqual({ status: 1, tasks: ['bus_health:verify'] });
  });
});
