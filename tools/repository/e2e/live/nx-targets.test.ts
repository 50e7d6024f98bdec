import { StandInGrafana } from '../../testing/grafana';
import { RepositoryCopy } from '../../testing/repository-copy';

const SLUGS = '--slug=bus_health,governance';

describe('the targets of Nx for a live Grafana', () => {
  let copy: RepositoryCopy;
  let grafana: StandInGrafana;
  beforeAll(async () => {
    copy = new RepositoryCopy();
    grafana = await StandInGrafana.start();
  });
  afterAll(async () => {
    await grafana.stop();
    copy.remove();
  });

  const nx = (target: string, options: string, env = '') =>
    `GRAFANA_TOKEN=${grafana.behaviour.token} ${env} npx nx run dashboards:${target} --grafana=${grafana.url} ${options}`;

  it('compare, push what is missing, and then find no difference', async () => {
    const [before, trial, push, after] = await copy.run([
      nx('diff', SLUGS),
      nx('push', `${SLUGS} --dryRun`),
      nx('push', SLUGS),
      nx('diff', SLUGS),
    ]);
    expect(before?.status).toBe(1);
    expect(before?.output).toMatch(/^missing:bus_health$/m);
    expect(trial).toMatchObject({ status: 0 });
    expect(push).toMatchObject({ status: 0 });
    expect(push?.output).toMatch(/^bus_health: created$/m);
    expect(after).toMatchObject({ status: 0 });
    expect([...grafana.store.dashboards.keys()].sort()).toEqual(['g6-bus_health', 'g6-governance']);
    expect(grafana.faults).toEqual([]);
  });

  it('write nothing over an edit, and bring it back to the plan', async () => {
    grafana.edit('g6-bus_health', (spec) => ({ ...spec, title: 'Buses at Night' }));
    const [push, trial, untouched, pull, changed] = await copy.run([
      nx('push', SLUGS),
      nx('pull', `${SLUGS} --dryRun`),
      'git status --short',
      nx('pull', SLUGS),
      'git diff --unified=0',
    ]);
    expect(push?.status).toBe(1);
    expect(push?.output).toContain('bus_health: refused, somebody edited it in Grafana');
    expect(trial?.output).toContain('+title: Buses at Night');
    expect(untouched?.output.trim()).toBe('');
    expect(pull).toMatchObject({ status: 0 });
    expect(changed?.output).toContain('+++ b/dashboards/plans/bus_health/plan.yaml');
    expect(changed?.output).toContain('+title: Buses at Night');
    for (const result of [push, trial, pull]) {
      expect(result?.output).not.toContain(grafana.behaviour.token);
    }
  });

  it('open no connection where the network is frozen, and say what is missing', async () => {
    const connections = grafana.connections;
    const [frozen, nowhere] = await copy.run([
      nx('diff', SLUGS, 'G6_EGRESS_FROZEN=1'),
      'npx nx run dashboards:push',
    ]);
    expect(frozen?.status).toBe(1);
    expect(frozen?.output).toContain('G6_EGRESS_FROZEN');
    expect(nowhere?.status).toBe(1);
    expect(nowhere?.output).toContain('grafana');
    expect(grafana.connections).toBe(connections);
  });
});
