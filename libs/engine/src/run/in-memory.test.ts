import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_OPTIONS, type GenerationOptions } from '@g6/generation';
import { hasErrors, renderProblems } from '@g6/problems';
import {
  generateInMemory,
  type InMemoryRequest,
  lintInMemory,
  listPanelsInMemory,
  rulesInMemory,
} from './in-memory';
import { lintRun } from './lint-run';
import { verifyRun } from './verify-run';

const ROOT = join(__dirname, '../../../../dashboards');
const textOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') });

/** The catalogue and the plans of the repository, as texts. */
const repository: InMemoryRequest = {
  spec: textOf(join(ROOT, 'spec/base.yml')),
  plans: readdirSync(join(ROOT, 'plans')).map((slug) =>
    textOf(join(ROOT, 'plans', slug, 'plan.yaml')),
  ),
  efficiency: textOf(join(ROOT, 'spec/efficiency.yml')),
};

const SPEC = {
  path: 'spec.yml',
  text: `version: 1
families:
  bus:
    metrics:
      - name: bus_events_total
        type: counter
        labels: [bus]
        panels: [{title: Events, promql: 'sum(rate(bus_events_total[5m]))'}]
        alerts: [{alert: Silent, expr: 'rate(bus_events_total[5m]) == 0', summary: No events.}]
`,
};
const PLANS = { path: 'plans.yml', text: 'dashboards:\n  - {slug: bus, families: [bus]}\n' };

describe('in memory', () => {
  it('dashboards are byte for byte those that are committed', () => {
    const { problems, dashboards } = generateInMemory(repository);
    expect(hasErrors(problems)).toBe(false);
    const written = readdirSync(join(ROOT, 'generated')).filter((name) => name !== 'manifest.json');
    expect(dashboards.map(({ slug }) => `${slug}.json`)).toEqual(written.sort());
    for (const { slug, text, json } of dashboards) {
      expect(text).toBe(readFileSync(join(ROOT, 'generated', `${slug}.json`), 'utf8'));
      expect(json.uid).toBe(`g6-${slug}`);
    }
  });

  it('rules are those that are committed', () => {
    for (const { name, text } of rulesInMemory(repository).files) {
      expect(text).toBe(readFileSync(join(ROOT, 'rules', name), 'utf8'));
    }
  });

  it('lints find what they find in files', () => {
    const request = {
      spec: { spec: join(ROOT, 'spec/base.yml') },
      plans: { folder: join(ROOT, 'plans') },
      output: '',
      options: DEFAULT_OPTIONS,
    };
    const found = lintInMemory(repository);
    expect(found.metrics).toBeGreaterThan(50);
    expect(found).toEqual(lintRun({ ...request, from: 'memory', strict: false }));
  });

  it('several files are a folder, in whatever order they come', () => {
    const other = { path: 'spec/a.yml', text: 'version: 1\nfamilies: {tram: {}}\n' };
    const first = { ...SPEC, path: 'spec/b.yml' };
    const [one] = generateInMemory({ spec: [first, other], plans: PLANS }).dashboards;
    const [two] = generateInMemory({ spec: [other, first], plans: PLANS }).dashboards;
    const [alone] = generateInMemory({ spec: SPEC, plans: PLANS }).dashboards;
    expect(one).toEqual(two);
    expect(one?.json).not.toEqual(alone?.json);
  });

  it('panels are listed with their origin', () => {
    const { panels } = listPanelsInMemory({ spec: SPEC, plans: PLANS });
    expect(panels.map(({ title, source }) => `${source}: ${title}`)).toContain('spec: Events');
  });

  it('options say what differs from the default ones', () => {
    const options = { uidPrefix: 'x-', profile: 'standard' };
    const [dashboard] = generateInMemory({ spec: SPEC, plans: PLANS, options }).dashboards;
    expect(dashboard?.json.uid).toBe('x-bus');
    expect(dashboard?.text).not.toContain('bus_events_total Rate');
  });

  it('reads the line ends of Windows as its own', () => {
    const windows = { path: SPEC.path, text: SPEC.text.replaceAll('\n', '\r\n') };
    expect(generateInMemory({ spec: windows, plans: PLANS })).toEqual(
      generateInMemory({ spec: SPEC, plans: PLANS }),
    );
  });

  it('problems have the path of their text, and nothing is generated', () => {
    const spec = { path: 'a/b.yml', text: SPEC.text.replace('counter', 'countr') };
    const plans = { path: 'plans/tram/plan.yaml', text: 'slug: bus\nfamilies: [tram]\n' };
    for (const run of [generateInMemory, listPanelsInMemory, lintInMemory, rulesInMemory]) {
      const { problems, ...rest } = run({ spec, plans });
      expect(problems).toContainEqual(
        expect.objectContaining({ file: 'a/b.yml', line: 6, code: 'metric-type' }),
      );
      expect(Object.values(rest).flat()).not.toContainEqual(
        expect.objectContaining({ text: expect.any(String) as string }),
      );
    }
    expect(generateInMemory({ spec: SPEC, plans }).problems.map(({ code }) => code)).toEqual([
      'slug-folder',
      'plan-family-unknown',
    ]);
  });

  it.each<[string, object]>([
    ['empty', {}],
    ['of another type', { ...DEFAULT_OPTIONS, tags: 'g6' }],
  ])('options that are %s are a problem', (_, options) => {
    const report = verifyRun({
      spec: { spec: join(ROOT, 'spec/base.yml') },
      plans: { folder: join(ROOT, 'plans') },
      output: '',
      options: options as unknown as GenerationOptions,
      orphans: false,
    });
    expect(renderProblems(report.problems)).toMatchSnapshot();
    expect(report.checked).toEqual([]);
  });
});
