import { type ReceivedRequest, useLive } from '../../testing/grafana';

const isWrite = ({ method, path }: ReceivedRequest) =>
  method !== 'GET' && path.includes('dashboards');

describe.each(['classic', 'v1', 'v1beta1'])('push by the API %s', (api) => {
  const { workspace, grafana } = useLive();
  const run = (command: string, ...more: string[]) =>
    workspace().run(command, grafana(), ['--api', api, ...more]);

  it('creates what is missing in its folder, and writes nothing the second time', async () => {
    const first = await run('push');
    expect(first.status).toBe(0);
    expect(first.stdout).toBe(
      `bus: created\nsse: created\n2 dashboards at ${grafana().url}: 2 created\n`,
    );
    expect(grafana().dashboard('g6-bus').folderUid).toBe('g6-city-buses');
    expect(grafana().dashboard('g6-sse').folderUid).toBeUndefined();
    expect([...grafana().store.folders.values()]).toMatchObject([
      { uid: 'g6-city', title: 'City', parentUid: undefined },
      { uid: 'g6-city-buses', title: 'Buses', parentUid: 'g6-city' },
    ]);
    const written = grafana().writing.length;
    expect((await run('push')).stdout).toBe(`2 dashboards at ${grafana().url}: 2 unchanged\n`);
    expect(grafana().writing).toHaveLength(written);
    expect(grafana().faults).toEqual([]);
  });

  it('says which revision it comes from, in the history of the dashboard', async () => {
    await run('push', '--only', 'sse');
    await run('push', '--only', 'bus', '--message', 'Buses for the board');
    const messageOf = (uid: string) => grafana().dashboard(uid).history.at(-1)?.message;
    expect(messageOf('g6-sse')).toMatch(
      /^g6-dashboards, git [0-9a-f]{12}(?: with changes)? \[pushed 1-[0-9a-f]{16}\]$/,
    );
    expect(messageOf('g6-bus')).toMatch(/^Buses for the board \[pushed /);
  });

  it('updates only what differs, with the version that it has seen', async () => {
    await run('push');
    workspace().change('plans/sse/plan.yaml', 'families', 'description: Streams\nfamilies');
    const second = await run('push');
    expect(second.stdout).toContain('sse: updated\n');
    expect(second.stdout).toContain('1 updated, 1 unchanged');
    expect(second.stderr).toContain('sse: dashboard: description\n');
    expect(grafana().store.writes.slice(2)).toMatchObject([
      { uid: 'g6-sse', kind: 'update', conditional: true, spec: { description: 'Streams' } },
    ]);
  });

  it('refuses what somebody edited, until told to overwrite it', async () => {
    await run('push');
    grafana().edit('g6-bus', (spec) => ({ ...spec, title: 'Mine' }));
    const refused = await run('push');
    expect(refused.status).toBe(6);
    expect(refused.stdout).toContain('bus: refused, somebody edited it in Grafana');
    expect(grafana().dashboard('g6-bus').spec['title']).toBe('Mine');
    const told = await run('push', '--overwrite', 'edited');
    expect(told).toMatchObject({ status: 0 });
    expect(grafana().dashboard('g6-bus').spec['title']).toBe('Bus');
    expect((await run('diff')).status).toBe(0);
  });

  it('refuses what changed on both sides, and what is not ours', async () => {
    await run('push');
    grafana().edit('g6-bus', (spec) => ({ ...spec, title: 'Mine' }));
    workspace().change('spec.yml', 'title: Events', 'title: Events a second');
    workspace().plan('other', 'families: [sse]\n');
    const theirs = { title: 'Theirs', panels: [], uid: 'g6-other' };
    const content = { folderUid: undefined, annotations: {}, labels: {}, message: '' };
    grafana().store.put('g6-other', { ...content, spec: theirs }, false);
    const refused = await run('push', '--overwrite', 'edited');
    expect(refused.stdout).toContain('bus: refused, it was changed here and in Grafana');
    expect(refused.stdout).toContain('other: refused, something else has its uid');
    expect(refused.stdout).toContain('it was not generated');
    expect(refused.stdout).toContain('sse: updated\n');
    const told = await run('push', '--overwrite', 'conflict,foreign');
    expect(told.status).toBe(0);
    expect(grafana().dashboard('g6-other').spec['title']).toBe('Other');
  });

  it('loses no edit that is made while it writes', async () => {
    await run('push');
    workspace().change('spec.yml', 'title: Events', 'title: Events a second');
    let edits = 0;
    grafana().behaviour.disturb = (request) => {
      if (isWrite(request) && edits++ === 0) {
        grafana().edit('g6-bus', (spec) => ({ ...spec, title: 'Mine' }));
      }
      return undefined;
    };
    const pushed = await run('push');
    expect(pushed.status).toBe(6);
    expect(pushed.stdout).toContain('bus: refused, somebody else wrote it at the same time');
    expect(grafana().dashboard('g6-bus').spec['title']).toBe('Mine');
    expect((await run('diff')).stdout).toContain('conflict:bus\n');
  });

  it('never moves a dashboard to the root', async () => {
    await run('push', '--folder', 'Streams');
    expect(grafana().dashboard('g6-sse').folderUid).toBe('g6-streams');
    workspace().change('plans/sse/plan.yaml', 'families', 'description: Streams\nfamilies');
    expect((await run('push')).status).toBe(0);
    expect(grafana().dashboard('g6-sse')).toMatchObject({ folderUid: 'g6-streams', version: 2 });
  });

  it('takes a folder that is there by its uid, and reports one that is not', async () => {
    grafana().store.putFolder('theirs', 'Theirs', undefined);
    expect((await run('push', '--folder-uid', 'theirs')).status).toBe(0);
    expect(grafana().dashboard('g6-sse').folderUid).toBe('theirs');
    workspace().plan('new', 'families: [sse]\n');
    const failed = await run('push', '--folder-uid', 'none', '--only', 'new');
    expect(failed.status).toBe(6);
    expect(failed.stdout).toContain('new: failed, there is no folder with the uid "none"');
  });

  it('leaves a folder alone that somebody renamed, and sees a dashboard that moved', async () => {
    await run('push');
    grafana().store.putFolder('g6-city-buses', 'Our buses', 'g6-city');
    grafana().store.putFolder('elsewhere', 'Elsewhere', undefined);
    expect((await run('push')).stdout).toContain('2 unchanged');
    const { spec, annotations, labels } = grafana().dashboard('g6-bus');
    const moved = { spec, annotations, labels, folderUid: 'elsewhere', message: '' };
    grafana().store.put('g6-bus', moved, true);
    const diff = await run('diff');
    expect(diff.stdout).toBe('edited:bus\n');
    expect(diff.stderr).toContain('bus: folder: g6-city-buses, in Grafana elsewhere\n');
    expect(grafana().store.folders.get('g6-city-buses')?.title).toBe('Our buses');
  });

  it('writes nothing on a dry run, whatever the server thinks of those', async () => {
    grafana().behaviour.honoursDryRun = false;
    grafana().behaviour.honoursDryRunOfFolders = false;
    const dry = await run('push', '--dry-run');
    expect(dry.status).toBe(0);
    expect(dry.stdout).toContain('bus: would be created\n');
    expect(grafana().writing).toEqual([]);
    expect(grafana().store.dashboards.size + grafana().store.folders.size).toBe(0);
  });

  it('removes with --prune what it pushed and no plan asks for, and nothing else', async () => {
    await run('push');
    workspace().plan('old', 'families: [sse]\n');
    await run('push');
    workspace().unplan('old');
    const copy = { folderUid: undefined, annotations: {}, labels: {}, message: '' };
    const spec = { ...grafana().dashboard('g6-old').spec, g6_meta: undefined };
    grafana().store.put('g6-mine', { ...copy, spec }, false);
    expect((await run('diff')).stdout).toBe('orphaned:old\n');
    expect((await run('push', '--only', 'bus', '--prune')).stdout).not.toContain('old');
    expect((await run('push')).stdout).not.toContain('old: removed');
    expect((await run('push', '--prune')).stdout).toContain('old: removed\n');
    expect([...grafana().store.dashboards.keys()].sort()).toEqual(['g6-bus', 'g6-mine', 'g6-sse']);
  });

  it('keeps an orphan that somebody edited', async () => {
    workspace().plan('old', 'families: [sse]\n');
    await run('push');
    workspace().unplan('old');
    const { spec, annotations, labels } = grafana().dashboard('g6-old');
    const edited = { annotations, labels, folderUid: undefined, message: 'by hand' };
    grafana().store.put('g6-old', { ...edited, spec: { ...spec, title: 'Mine' } }, true);
    const kept = await run('push', '--prune');
    expect(kept).toMatchObject({ status: 6 });
    expect(kept.stdout).toContain('old: refused, it was edited in Grafana');
    expect((await run('push', '--prune', '--overwrite', 'edited')).status).toBe(0);
    expect(grafana().store.dashboards.has('g6-old')).toBe(false);
  });
});
