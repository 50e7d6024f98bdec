import { decodeDashboard, type DashboardText } from '@g6/dashboard-files';
import type { FinishedDashboard } from '@g6/generation';
import { META_KEY } from '@g6/model';
import { compareText } from '@g6/problems';
import { finishedDashboard, SMALL_DASHBOARD } from '../testing/finished-dashboards';
import type { ExportedFile } from './export-content';
import { exportDashboards } from './export-dashboards';
import { EXPORT_FORMATS, type ExportSettings } from './export-options';

const names = { metaKey: META_KEY, uidPrefix: 'g6-' };
const small = finishedDashboard(SMALL_DASHBOARD);
const groups = {
  alerts: [
    {
      name: 'bus',
      interval: '30s',
      rules: [{ alert: 'Late', expr: 'bus_depth > 5', for: '5m', labels: {}, annotations: {} }],
    },
  ],
  recording: [],
};

const exported = (settings: ExportSettings, dashboards: readonly FinishedDashboard[] = [small]) =>
  exportDashboards({ dashboards, rules: groups }, settings, names);

/** A sample plan under another slug. */
const named = (slug: string, folder?: string) =>
  finishedDashboard({
    ...SMALL_DASHBOARD,
    plan: { ...SMALL_DASHBOARD.plan, slug, ...(folder === undefined ? {} : { folder }) },
  });

const messages = (settings: ExportSettings, dashboards?: readonly FinishedDashboard[]) =>
  exported(settings, dashboards).problems.map(
    ({ file, severity, message }) => `${file}: ${severity}: ${message}`,
  );

/** The dashboard of an export, as the codec reads it from its files. */
function readBack(files: readonly ExportedFile[]) {
  const { path, text, slug, notes } = files.find((file) => file.slug !== undefined)!;
  const beside = files.find((file) => file.path === notes)?.text;
  const source: DashboardText = { path, text, slug, notes: beside };
  return decodeDashboard(source);
}

const DASHBOARD_FORMATS = EXPORT_FORMATS.filter((format) => format !== 'prometheus-rule');
const VARIANTS: readonly ExportSettings[] = [
  ...DASHBOARD_FORMATS.map((format) => ({ format })),
  { format: 'git-sync', apiVersion: 'v2' },
  { format: 'operator', apiVersion: 'v2' },
];

describe('an export', () => {
  it.each(EXPORT_FORMATS)('in the format %s is what it was', (format) => {
    const { files } = exported({ format });
    const text = files.map((file) => `=== ${file.path}\n${file.text}`).join('');
    expect(text).toMatchSnapshot();
  });

  it.each(VARIANTS)('as $format $apiVersion is read by the codec', (settings) => {
    const { file, problems } = readBack(exported(settings).files);
    expect(problems).toEqual([]);
    expect(file).toMatchObject({ slug: 'bus', title: 'Buses', uid: 'g6-bus' });
    expect(file?.meta?.families).toEqual(['sample']);
    const expected = decodeDashboard({ path: 'bus.json', text: JSON.stringify(small.json) });
    const told = (panels: NonNullable<typeof file>['panels'] = []) =>
      panels
        .map(({ title = '', queries, meta }) => ({
          title,
          meta,
          exprs: queries.map(({ expr }) => expr),
        }))
        .sort((a, b) => compareText(a.title, b.title));
    expect(told(file?.panels)).toEqual(told(expected.file?.panels));
  });

  it.each(VARIANTS)('as $format $apiVersion has the same files, whatever the order', (settings) => {
    const two = [named('a'), named('b')];
    const files = exported(settings, two).files;
    expect(files).toEqual(exported(settings, [...two].reverse()).files);
  });

  it('reports what Perses has no counterpart for', () => {
    expect(messages({ format: 'perses' })).toEqual([
      'bus: warning: Perses has no place for: links in the header; the annotation "Restarts"',
    ]);
  });

  it('refuses names that Kubernetes could not tell apart', () => {
    const two = [named('bus'), named('bus_')];
    for (const format of ['configmap', 'operator'] as const) {
      expect(messages({ format }, two)).toEqual([
        'bus_: error: the dashboards "bus" and "bus_" would both be named "g6-bus" in Kubernetes',
      ]);
      expect(exported({ format }, two).files).toEqual([]);
    }
  });

  it('refuses folders that Grafana could not tell apart', () => {
    const two = [named('a', 'Bus & Line'), named('b', 'Bus/Line')];
    expect(messages({ format: 'git-sync' }, two)).toEqual([
      'folder: error: the folders "Bus & Line" and "Bus/Line" would both get the uid "g6-bus-line"',
    ]);
  });

  it('says when a limit of Git Sync is passed', () => {
    expect(messages({ format: 'git-sync' }, [named('a', 'A/B/C/D/E')])).toEqual([
      'A/B/C/D/E: warning: Git Sync takes folders at most 4 levels deep, and this one has 5',
    ]);
    const many = Array.from({ length: 999 }, (_, index) => ({
      ...small,
      slug: `s${index}`,
      json: { ...small.json, uid: `g6-s${index}` },
    }));
    expect(messages({ format: 'git-sync' }, many)).toEqual([
      'git-sync: warning: Git Sync takes at most 1000 resources from a connection, and these are 1001 resources',
    ]);
  });

  it('refuses a ConfigMap that Kubernetes would not take', () => {
    const large = { ...small, json: { ...small.json, description: 'ä'.repeat(2 ** 19) } };
    expect(messages({ format: 'configmap' }, [large])).toEqual([
      expect.stringMatching(
        /^bus: error: a ConfigMap holds less than 1 MiB, and this dashboard has \d{7} bytes$/,
      ),
    ]);
  });

  it('refuses settings that do not go with the format, or that nothing would take', () => {
    expect(
      messages({
        ...{ format: 'perses', folder: 'F', apiVersion: 'v1', labels: {}, namespace: 'n' },
        ...{ instanceSelector: {}, resyncPeriod: '1m', project: 'a b' },
      }).map((message) => message.split(':')[0]),
    ).toEqual([
      ...['--folder', '--api-version', '--label', '--namespace', '--instance-selector'],
      ...['--resync-period', '--project'],
    ]);
    const labels = { 'a b': 'c', ok: 'x'.repeat(64), 'example.org/team': 'bus' };
    expect(
      messages({ format: 'operator', apiVersion: 'v1beta1', labels, resyncPeriod: '5 minutes' }),
    ).toEqual([
      '--api-version: error: the operator takes classic JSON, or v2 in a GrafanaManifest; it has no v1beta1',
      '--label: error: "a b=c" is not a label of Kubernetes',
      `--label: error: "ok=${'x'.repeat(64)}" is not a label of Kubernetes`,
      '--resync-period: error: "5 minutes" is not a duration of Go',
    ]);
    expect(messages({ format: 'configmap', folder: 'A/../B', namespace: 'N' })).toEqual([
      '--namespace: error: "N" is not a name of a namespace',
      '--folder: error: "A/../B" is not a folder in Grafana',
    ]);
    expect(messages({ format: 'resource', apiVersion: 'v2' })).toEqual([
      '--api-version: error: v2 is a format of its own',
    ]);
  });
});
