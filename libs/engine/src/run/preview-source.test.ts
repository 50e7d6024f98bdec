import { useTempFolder } from '../../testing/temp-folder';
import { SAMPLE_SPEC, SampleWorkspace } from '../../testing/sample-workspace';
import { PreviewSource } from './preview-source';

describe('the source of a preview', () => {
  const root = useTempFolder();
  let workspace: SampleWorkspace;
  let source: PreviewSource;
  beforeEach(() => {
    workspace = new SampleWorkspace(root());
    source = new PreviewSource(() => ({ request: workspace.request(), files: [], problems: [] }));
  });

  it('lists the dashboards, and generates one as it would be written', () => {
    const { dashboards, problems, stale } = source.state();
    expect(dashboards.map(({ slug, title }) => [slug, title])).toEqual([
      ['one', 'One'],
      ['two', 'Two'],
    ]);
    expect([problems, stale]).toEqual([[], false]);
    workspace.generate();
    expect(JSON.parse(workspace.generated('one.json'))).toEqual(
      JSON.parse(JSON.stringify(source.dashboard('one')?.json)),
    );
    expect(source.dashboard('none')).toBeUndefined();
  });

  it('says where each panel comes from', () => {
    const { origins = {}, json } = source.dashboard('one') ?? {};
    const meta = json?.panels[0]?.g6_meta as { panel_uuid: string };
    expect(origins[meta.panel_uuid]).toMatchObject({
      metrics: ['a_total'],
      source: 'auto_rate',
      reason: 'No explicit panel shows the rate of this counter.',
      metric: 'a_total',
      at: { file: workspace.at('spec.yml'), line: 5, column: 9 },
    });
  });

  it('shows an edit after it was read', () => {
    workspace.plan('one', 'one', 'title: Renamed\n');
    expect(source.state().dashboards[0]?.title).toBe('One');
    source.refresh();
    expect(source.state()).toMatchObject({ revision: 2, dashboards: [{ title: 'Renamed' }, {}] });
    expect(source.dashboard('one')?.json.title).toBe('Renamed');
  });

  it('keeps the last good dashboards while the spec has errors', () => {
    const before = source.dashboard('one');
    workspace.write('spec.yml', SAMPLE_SPEC.replace('counter', 'countre'));
    source.refresh();
    expect(source.state()).toMatchObject({
      stale: true,
      problems: [{ line: 5, severity: 'error' }],
      dashboards: [{ slug: 'one' }, { slug: 'two' }],
    });
    expect(source.dashboard('one')).toBe(before);
    workspace.write('spec.yml', SAMPLE_SPEC);
    source.refresh();
    expect(source.state()).toMatchObject({ stale: false, problems: [] });
  });

  it('knows the series that queries read, and the findings of lint', () => {
    expect(source.catalogue().metrics.map(({ name }) => name)).toEqual(['a_total', 'b']);
    expect(source.catalogue().alerts).toEqual([{ name: 'High', severity: undefined }]);
    expect(source.findings().map(({ rule }) => rule)).toContain('alert-for-missing');
  });

  it('knows how series are recorded that a family declares', () => {
    const rules = 'recording_rules: [{record: "one:a:sum", expr: sum(a_total)}]';
    workspace.write('spec.yml', SAMPLE_SPEC.replace('  one:\n', `  one:\n    ${rules}\n`));
    source.refresh();
    expect(source.catalogue().recorded).toEqual({ 'one:a:sum': 'sum(a_total)' });
  });

  it('names what it reads, a catalogue that is not there yet included', () => {
    expect(source.inputs()).toEqual(
      ['spec.yml', 'plans', 'efficiency.yml', 'efficiency.yaml'].map((name) => workspace.at(name)),
    );
  });
});
