import { LiveWorkspace, StandInGrafana, startLive } from '../../testing/grafana';

const SLUGS = ['one', 'two', 'three', 'four'];
const PUSHES = 50;

interface Report {
  readonly dashboards: readonly { readonly slug: string; readonly action: string }[];
}

/** Two workspaces with the same dashboards in different versions. */
function workspaces(): [LiveWorkspace, LiveWorkspace] {
  const both: [LiveWorkspace, LiveWorkspace] = [new LiveWorkspace(), new LiveWorkspace()];
  for (const workspace of both) {
    for (const slug of ['bus', 'sse']) workspace.unplan(slug);
    for (const slug of SLUGS) workspace.plan(slug, 'families: [bus]\n');
  }
  both[1].change('spec.yml', 'Events of a bus.', 'What a bus carries.');
  return both;
}

describe.each(['classic', 'v1'])('concurrent pushes by the API %s', (api) => {
  let both: [LiveWorkspace, LiveWorkspace];
  let grafana: StandInGrafana;
  beforeEach(async () => {
    both = workspaces();
    grafana = await StandInGrafana.start();
  });
  afterEach(async () => {
    await grafana.stop();
    for (const workspace of both) workspace.remove();
  });

  it(`${PUSHES} of two versions lose no edit unseen`, async () => {
    expect((await both[0].run('push', grafana, ['--api', api])).status).toBe(0);
    const before = grafana.store.writes.length;
    const from = grafana.requests.length;
    grafana.behaviour.disturb = (_request, nth) => {
      // Somebody saves an edit while they are at it.
      if (nth - from === 90) grafana.edit('g6-three', (spec) => ({ ...spec, title: 'By hand' }));
      return undefined;
    };
    const ended = await Promise.all(
      Array.from({ length: PUSHES }, (_, index) => {
        const workspace = both[index % 2 === 0 ? 1 : 0];
        const args = workspace.argsFor('push', grafana, '--api', api, '--json');
        return startLive(args, { GRAFANA_TOKEN: grafana.behaviour.token }).ended;
      }),
    );
    const reports = ended.map(({ stdout }) => JSON.parse(stdout) as Report);
    const writes = grafana.store.writes.slice(before);
    const edits = writes.filter(({ message }) => message === 'edited by hand');
    expect(edits).toHaveLength(1);
    // Each write named what it replaced. A push that finds its text written by another one is done as well.
    expect(writes.every(({ conditional }) => conditional)).toBe(true);
    const updated = reports.flatMap(({ dashboards }) =>
      dashboards.filter(({ action }) => action === 'updated'),
    );
    expect(writes.length).toBeGreaterThan(edits.length);
    expect(updated.length).toBeGreaterThanOrEqual(writes.length - edits.length);
    // Nothing was written over the edit.
    expect(writes.filter(({ uid }) => uid === 'g6-three').at(-1)).toBe(edits[0]);
    expect(grafana.dashboard('g6-three').spec['title']).toBe('By hand');
    const statuses = new Set(ended.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 0 && status !== 6)).toEqual([]);
    expect(statuses).toContain(6);
    expect((await both[1].run('diff', grafana, ['--api', api])).stdout).toMatch(
      /^(?:conflict|edited):three$/m,
    );
  });
});
