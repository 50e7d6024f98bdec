import Ajv from 'ajv';
import { reportSchemas } from '@g6/dashboards';
import { type LiveResult, useLive } from '../../testing/grafana';

/** The faults of a JSON report against the schema of its command. */
function faultsOf(command: string, { stdout }: LiveResult): unknown[] {
  const report = reportSchemas().find((one) => one.command === `${command} --json`);
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(report?.schema ?? false, JSON.parse(stdout));
  return ajv.errors ?? [];
}

describe.each(['classic', 'v1', 'v1beta1'])('diff by the API %s', (api) => {
  const { workspace, grafana } = useLive();
  const run = (command: string, ...more: string[]) =>
    workspace().run(command, grafana(), ['--api', api, ...more]);

  it('says what is missing, and nothing once it is pushed', async () => {
    const before = await run('diff');
    expect(before).toMatchObject({ status: 6, stdout: 'missing:bus\nmissing:sse\n' });
    expect(await run('push')).toMatchObject({ status: 0 });
    const after = await run('diff');
    expect(after).toMatchObject({ status: 0, stderr: '' });
    expect(after.stdout).toBe(`2 dashboards compared with ${grafana().url}, no difference\n`);
  });

  it('never writes, not even as a trial', async () => {
    await run('diff');
    expect(grafana().writing).toEqual([]);
    expect(grafana().store.writes).toEqual([]);
  });

  it('tells a change here from an edit there, and from both', async () => {
    await run('push');
    workspace().change('spec.yml', 'title: Events', 'title: Events a second');
    const behind = await run('diff', '--only', 'bus');
    expect(behind.stdout).toBe('behind:bus\nhash:bus\nadded:bus:1\nremoved:bus:1\n');
    grafana().edit('g6-bus', (spec) => ({ ...spec, description: 'by hand' }));
    expect((await run('diff', '--only', 'bus')).stdout).toContain('conflict:bus\n');
    workspace().change('spec.yml', 'title: Events a second', 'title: Events');
    const edited = await run('diff', '--only', 'bus');
    expect(edited.stdout).toBe('edited:bus\n');
    expect(edited.stderr).toContain('bus: dashboard: description\n');
  });
});

describe('the reports of diff and push', () => {
  const { workspace, grafana } = useLive({ pageSize: 2 });
  const run = (command: string, ...more: string[]) => workspace().run(command, grafana(), more);

  it('follow their schemas as JSON', async () => {
    await run('push', '--only', 'bus');
    grafana().edit('g6-bus', (spec) => ({ ...spec, title: 'Mine' }));
    const [diff, push] = [await run('diff', '--json'), await run('push', '--json')];
    expect([diff.status, push.status]).toEqual([6, 6]);
    expect(faultsOf('diff', diff)).toEqual([]);
    expect(faultsOf('push', push)).toEqual([]);
    expect(JSON.parse(diff.stdout)).toMatchObject({
      tokens: ['edited:bus', 'missing:sse'],
      dashboards: [{ state: 'edited', differences: ['dashboard: title'] }, { state: 'missing' }],
    });
    const refused = await run('diff', '--json', '--grafana', 'nowhere');
    expect(faultsOf('diff', refused)).toEqual([]);
  });

  it('tell titles behind the counts, and annotate for a pipeline', async () => {
    await run('push');
    grafana().edit('g6-bus', (spec) => {
      (spec['panels'] as { title: string }[])[0]!.title = 'Mine';
      return undefined;
    });
    const env = { G6_DASHBOARD_DIFF_VERBOSE: '1' };
    const verbose = await workspace().run('diff', grafana(), [], env);
    expect(verbose.stdout).toBe(
      [
        ...['edited:bus', 'added:bus:1', 'removed:bus:1', 'DRIFT_DETAILS_BEGIN'],
        '{"slug":"bus","changed_titles":[],"added_titles":["Events"],"removed_titles":["Mine"]}',
        ...['DRIFT_DETAILS_END', ''],
      ].join('\n'),
    );
    const { stdout } = await run('diff', '--format', 'github');
    expect(stdout).toContain('/d/g6-bus,title=edited::edited:bus: the dashboard in Grafana');
  });

  it('find orphans on every page of a list', async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e']) workspace().plan(slug, 'families: [sse]\n');
    await run('push');
    for (const slug of ['a', 'c', 'e']) workspace().unplan(slug);
    expect((await run('diff')).stdout).toBe('orphaned:a\norphaned:c\norphaned:e\n');
    expect(grafana().requests.filter(({ query }) => query.has('continue'))).not.toEqual([]);
  });

  it('are not those of a dashboard that something else manages', async () => {
    await run('push');
    const { spec, folderUid, labels } = grafana().dashboard('g6-bus');
    const annotations = { 'grafana.app/managedBy': 'repo' };
    grafana().store.put('g6-bus', { spec, folderUid, labels, annotations, message: '' }, false);
    grafana().store.mark('g6-sse', { provisioned: true });
    const { stdout } = await run('push', '--overwrite', 'foreign');
    expect(stdout).toContain('bus: refused, it is managed by repo; change it there');
    const classic = await run('diff', '--api', 'classic');
    expect(classic.stdout).toBe('foreign:sse\n');
    expect(classic.stderr).toContain('sse: it is managed by files of the server');
  });

  it('say why Grafana refuses a title or a dashboard of a plugin', async () => {
    const api = ['--api', 'classic'] as const;
    const other = { title: 'Sse', uid: 'mine', panels: [] };
    const content = { folderUid: undefined, annotations: {}, labels: {}, message: '' };
    grafana().store.put('mine', { ...content, spec: other }, false);
    const named = await run('push', ...api);
    expect(named.status).toBe(6);
    expect(named.stdout).toContain('sse: failed, answered 412: A dashboard with the same name');
    grafana().store.mark('g6-bus', { ofPlugin: true });
    workspace().change('spec.yml', 'Events of a bus.', 'What a bus carries.');
    expect((await run('push', ...api)).stdout).toContain(
      'bus: failed, answered 412: The dashboard belongs to plugin prometheus.',
    );
  });

  it('know an edit by the history where metadata is gone, as a list and as an object', async () => {
    for (const listsVersions of [true, false]) {
      grafana().behaviour.listsVersions = listsVersions;
      await run('push', '--api', 'classic', '--overwrite', 'edited');
      grafana().edit('g6-bus', (spec) => ({ ...spec, title: 'Mine' }));
      expect((await run('diff', '--api', 'classic')).stdout).toBe('edited:bus\n');
    }
  });
});
