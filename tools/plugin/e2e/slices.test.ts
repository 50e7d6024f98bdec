import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NxWorkspace } from './nx-workspace';

const SPEC = 'dashboards/spec/base.yml';
const NX = { plugins: [{ plugin: '@g6/plugin', options: { specHash: 'slice' } }] };
const ALL = readdirSync(join(__dirname, '../../../dashboards/plans')).sort();

describe('dashboards that are hashed by their slices, by the real Nx', () => {
  const workspace = new NxWorkspace(ALL);
  afterAll(() => {
    workspace.dispose();
  });
  const generated = (slug: string) => workspace.read(`dashboards/generated/${slug}.json`);
  const texts = () => new Map(ALL.map((slug) => [slug, generated(slug)]));
  const changedSince = (before: ReadonlyMap<string, string>) =>
    ALL.filter((slug) => generated(slug) !== before.get(slug));
  const tasksOf = (target: string, slugs: readonly string[]) =>
    slugs.map((slug) => `${slug}:${target}`).sort();
  const verifications = (tasks: readonly string[]) =>
    tasks.filter((task) => task.endsWith(':verify') && !task.startsWith('dashboards:')).sort();

  beforeAll(() => {
    workspace.write('nx.json', JSON.stringify({ analytics: false, ...NX }));
    workspace.append('.gitignore', 'dashboards/reports\n');
    expect(workspace.nx('run dashboards:generate').status).toBe(0);
    workspace.commit();
    expect(workspace.nx('run-many -t verify').status).toBe(0);
  });

  /** The dashboards that show a family. */
  const showing = (family: string) =>
    ALL.filter((slug) => {
      const plan = parse(workspace.read(`dashboards/plans/${slug}/plan.yaml`)) as {
        families: string[];
      };
      return plan.families.includes(family);
    });

  it('change with the help of a metric only if they show it, and only they are verified again', () => {
    const before = texts();
    workspace.edit(
      SPEC,
      /^( +)- name: g6_bus_events_published_total\n(?:.*\n)*?\1 {2}help: /m,
      '$&Edited. ',
    );
    const shown = showing('bus');
    const others = ALL.filter((slug) => !shown.includes(slug));
    expect([shown.length > 0, others.length > 0]).toEqual([true, true]);

    const drifting = workspace.nx('affected -t verify --base=HEAD');
    expect(drifting.status).toBe(1);
    expect(verifications(drifting.tasks)).toEqual(tasksOf('verify', ALL));
    expect(verifications(drifting.hits)).toEqual(tasksOf('verify', others));
    for (const slug of shown) expect(drifting.output).toContain(`hash:${slug}`);

    const generating = workspace.nx('run-many -t generate --projects=tag:type:dashboard');
    expect(generating.status).toBe(0);
    expect(changedSince(before)).toEqual(shown);
    const hits = generating.hits.filter((task) => task.endsWith(':generate')).sort();
    // Nobody generated these one by one before, so the first run is no hit for any of them.
    expect(hits).toEqual([]);

    expect(workspace.nx('run dashboards:generate').status).toBe(0);
    expect(changedSince(before)).toEqual(shown);
    const sound = workspace.nx('affected -t verify --base=HEAD');
    expect(sound.status).toBe(0);
    expect(verifications(sound.tasks)).toEqual(tasksOf('verify', ALL));
    expect(verifications(sound.hits)).toEqual(tasksOf('verify', others));
  });

  it('are generated one by one only where their slices changed', () => {
    workspace.edit(SPEC, 'help: Edited. ', 'help: Edited again. ');
    const { status, hits, tasks } = workspace.nx(
      'run-many -t generate --projects=tag:type:dashboard',
    );
    expect(status).toBe(0);
    const shown = showing('bus');
    expect(
      tasks.filter((task) => !hits.includes(task) && task.endsWith(':generate')).sort(),
    ).toEqual(tasksOf('generate', shown));
    expect(workspace.nx('run dashboards:generate').status).toBe(0);
    workspace.commit();
  });

  it('are all hits after a comment and another order of keys in the spec', () => {
    expect(workspace.nx('run-many -t verify').status).toBe(0);
    workspace.append(SPEC, '# a note\n');
    const { status, hits } = workspace.nx('affected -t verify --base=HEAD');
    expect(status).toBe(0);
    expect(verifications(hits)).toEqual(tasksOf('verify', ALL));
  });

  it('are not verified while the spec has an error, which is told by the slices and the manifest', () => {
    workspace.edit(SPEC, /type: counter/, 'type: conter');
    const { status, output, tasks } = workspace.nx('affected -t verify --base=HEAD');
    // The target itself fails as all others do. Nx 23 takes tasks that it left out for a run that was interrupted.
    expect(workspace.nx('run dashboards:slices').status).toBe(1);
    expect(workspace.nx('run dashboards:generate').status).toBe(1);
    expect(status).toBe(130);
    expect(output.match(/did you mean "counter"/g)).toHaveLength(2);
    expect(tasks).toContain('dashboards:slices');
    expect(verifications(tasks)).toEqual([]);
    workspace.restore();
  });

  it('are verified while the plan of another has an error, which fails that one alone', () => {
    workspace.append('dashboards/plans/governance/plan.yaml', 'familys: []\n');
    const { status, output, hits } = workspace.nx(
      'run-many -t verify --projects=tag:type:dashboard',
    );
    expect(status).toBe(1);
    expect(output).toContain('familys');
    expect(verifications(hits)).toEqual(
      tasksOf(
        'verify',
        ALL.filter((slug) => slug !== 'governance'),
      ),
    );
    workspace.restore();
  });
});
