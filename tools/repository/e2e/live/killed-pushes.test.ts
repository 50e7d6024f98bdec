import { setTimeout as pause } from 'node:timers/promises';
import { type Json, LiveWorkspace, StandInGrafana, startLive } from '../../testing/grafana';

const SLUGS = ['one', 'two', 'three', 'four', 'five', 'six'];
const VERSIONS = ['Old text.', 'New text.'] as const;
const PUSHES = 200;

/** Numbers that look random and are the same in every run. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

describe('pushes that are killed', () => {
  let workspace: LiveWorkspace;
  let grafana: StandInGrafana;
  beforeAll(async () => {
    workspace = new LiveWorkspace();
    for (const slug of ['bus', 'sse']) workspace.unplan(slug);
    for (const slug of SLUGS) workspace.plan(slug, `families: [bus]\nfolder: All/${slug}\n`);
    grafana = await StandInGrafana.start();
  });
  afterAll(async () => {
    await grafana.stop();
    workspace.remove();
  });

  /** Makes the inputs those of a version. */
  function turnTo(version: number): void {
    const spec = workspace.read('spec.yml');
    workspace.write('spec.yml', spec.replace(/help: .*\./, `help: ${VERSIONS[version] ?? ''}`));
  }

  /** What each dashboard of a version is in Grafana. */
  async function contentsOf(version: number): Promise<Map<string, string>> {
    turnTo(version);
    const other = await StandInGrafana.start();
    const pushed = await workspace.run('push', other);
    await other.stop();
    expect(pushed.status).toBe(0);
    return contentsIn(other);
  }

  function contentsIn({ store }: StandInGrafana): Map<string, string> {
    const text = (spec: Json) => JSON.stringify(spec);
    return new Map([...store.dashboards.values()].map(({ uid, spec }) => [uid, text(spec)]));
  }

  it(`${PUSHES} times leave each dashboard old or new, and a repetition finishes the work`, async () => {
    const versions = [await contentsOf(0), await contentsOf(1)];
    const random = randomly(16);
    let killed = 0;
    let mixed = 0;
    for (let push = 0; push < PUSHES; push++) {
      turnTo(Math.floor(push / 3) % 2);
      const args = workspace.argsFor('push', grafana);
      const { child, ended } = startLive(args, { GRAFANA_TOKEN: grafana.behaviour.token });
      // At any request, or at any moment.
      const from = grafana.requests.length;
      const last = 1 + Math.floor(random() * 34);
      const kill = () => child.kill('SIGKILL');
      grafana.behaviour.disturb = (_request, nth) => {
        if (nth - from >= last) kill();
        return undefined;
      };
      const timer = push % 3 === 0 ? pause(random() * 900).then(kill) : undefined;
      const { status } = await ended;
      await timer;
      if (status === null) killed += 1;
      const now = contentsIn(grafana);
      for (const [uid, text] of now) {
        expect(versions.map((all) => all.get(uid))).toContain(text);
      }
      const kinds = new Set([...now].map(([uid, text]) => versions[0]?.get(uid) === text));
      if (kinds.size === 2) mixed += 1;
    }
    grafana.behaviour.disturb = () => undefined;
    // Most were killed, and some of them in the middle of their work.
    expect(killed).toBeGreaterThan(PUSHES / 2);
    expect(mixed).toBeGreaterThan(5);
    expect(grafana.store.writes.every(({ conditional }) => conditional)).toBe(true);
    turnTo(1);
    expect((await workspace.run('push', grafana)).status).toBe(0);
    expect(contentsIn(grafana)).toEqual(versions[1]);
    expect((await workspace.run('diff', grafana)).status).toBe(0);
    expect(grafana.faults).toEqual([]);
  });
});
