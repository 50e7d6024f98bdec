import { readPlans, readSpec, specMetrics } from '@g6/model';
import { readExposition } from '../exposition/exposition-reader';
import type { ImportWorkspace } from './import-options';
import type { WriteOptions } from './import-options';
import { writeImport } from './write-import';

const EXPOSITION = `# HELP bus_trips_total Trips that ended.
# TYPE bus_trips_total counter
bus_trips_total{line="1",kind="day"} 4
bus_trips_total{line="2",kind="day"} 4
bus_trips_total{line="3",kind="night"} 4
# HELP bus_delay_seconds Delay at the last stop.
# TYPE bus_delay_seconds histogram
bus_delay_seconds_bucket{line="1",le="60"} 1
bus_delay_seconds_bucket{line="1",le="+Inf"} 4
bus_delay_seconds_sum{line="1"} 300
bus_delay_seconds_count{line="1"} 4
# TYPE bus_running gauge
bus_running 7
# TYPE go_goroutines gauge
go_goroutines 12
tram_stops_total 3
# TYPE bus_depot_build_info gauge
bus_depot_build_info{version="1"} 1
`;

const EMPTY: ImportWorkspace = {
  spec: [],
  plans: [],
  target: { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' },
};

function imported(text: string, workspace: Partial<ImportWorkspace> = {}, options?: WriteOptions) {
  const { metrics } = readExposition({ path: 'metrics.txt', text });
  return writeImport(
    { metrics, groups: [], dashboards: [], source: { closesValues: false } },
    { ...EMPTY, ...workspace },
    options,
  );
}

/** The workspace after an import. */
function after(files: ReturnType<typeof imported>['files'], around: Partial<ImportWorkspace> = {}) {
  const specs = files.filter(({ path }) => !path.endsWith('plan.yaml'));
  const plans = files.filter(({ path }) => path.endsWith('plan.yaml'));
  return {
    ...EMPTY,
    ...around,
    spec: specs.map(({ path, text }) => ({ path, text })),
    plans: plans.map(({ path, text }) => ({
      ...{ path, text, form: 'single' as const },
      folder: path.split('/').at(-2) ?? '',
    })),
  };
}

describe('writeImport', () => {
  it('writes a spec and plans for what an exposition shows, and says what it guessed', () => {
    const { files, problems, added } = imported(EXPOSITION);
    expect(problems).toEqual([]);
    expect(files.map(({ path, text }) => `--- ${path}\n${text}`).join('')).toMatchSnapshot();
    expect(added.plans).toEqual(['bus', 'go', 'tram']);
  });

  it('gives texts that are valid', () => {
    const { spec, plans } = after(imported(EXPOSITION).files);
    const reading = readSpec(spec);
    expect(reading.problems).toEqual([]);
    expect(readPlans(plans, reading.spec).problems).toEqual([]);
  });

  it('changes nothing the second time', () => {
    const first = imported(EXPOSITION);
    const second = imported(EXPOSITION, after(first.files));
    expect(second).toEqual({
      files: [],
      problems: [],
      added: { families: [], metrics: [], recordingRules: [], alerts: [], plans: [] },
      known: 6,
      panels: 0,
      patched: 0,
    });
  });

  it('appends to families and plans that are there, and keeps every line', () => {
    const spec = `# Ours.
version: 1
families:
  vehicles: # all of them
    metrics:
      - name: bus_running   # now
        type: gauge
        labels: []
      # The last one.

  # Another one.
  other: {}
codegen: {}
`;
    const plans = [
      {
        ...{ path: 'plans/tram/plan.yaml', form: 'single' as const, folder: 'tram' },
        text: 'slug: tram\nfamilies: [vehicles] # more to come\n',
      },
    ];
    const { files } = imported(EXPOSITION, { spec: [{ path: 'spec.yml', text: spec }], plans });
    const [written, plan] = files;
    const lines = written?.text.split('\n') ?? [];
    expect(spec.split('\n').filter((line) => !lines.includes(line))).toEqual([]);
    expect(written?.text).toMatchSnapshot();
    expect(plan?.text).toBe('slug: tram\nfamilies: [vehicles, tram] # more to come\n');
  });

  it('reports what the spec says differently with both places, and leaves it', () => {
    const spec = `version: 1
families:
  bus:
    metrics:
      - {name: bus_running, type: counter, help: Now., labels: [line]}
      - name: bus_delay_seconds
        type: histogram
        labels: [line]
        buckets: [30, 60]
        help: Delay.
`;
    const { files, problems } = imported(EXPOSITION, { spec: [{ path: 'spec.yml', text: spec }] });
    expect(files[0]?.text.startsWith(spec)).toBe(true);
    expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      'spec.yml:10 "bus_delay_seconds" has the help "Delay." here, and "Delay at the last stop." at metrics.txt:6:1',
      'spec.yml:9 "bus_delay_seconds" has the buckets [30, 60] here, and [60] at metrics.txt:6:1',
      'spec.yml:5 "bus_running" has the type counter here, and gauge at metrics.txt:12:1',
      'spec.yml:5 "bus_running" has the labels [line] here, and [] at metrics.txt:12:1',
    ]);
  });

  it('writes a file for each family of a folder', () => {
    const target = { spec: { path: 'spec', isFolder: true }, plans: undefined };
    const { files } = imported(EXPOSITION, { target });
    expect(files.map(({ path }) => path)).toEqual(['spec/bus.yml', 'spec/go.yml', 'spec/tram.yml']);
  });

  it('takes the family that is named, and guesses nothing if it must not', () => {
    const { files } = imported(EXPOSITION, {}, { family: 'city', guess: false });
    expect(files[0]?.text).not.toContain('guess');
    expect(files[0]?.text).not.toContain('cardinality_budget');
    expect(readSpec(after(files).spec).spec.families.map(({ name }) => name)).toEqual([
      'city',
      'go',
    ]);
  });

  it('refuses to write metrics without a family', () => {
    const { files, problems } = imported(EXPOSITION, {}, { guess: false });
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['option-value']);
  });

  it('leaves out what the spec refuses, and says so where it was found', () => {
    const text =
      'bus_a{__id="1"} 1\nbus_b 1\n# TYPE bus_c histogram\nbus_c_count 1\nbus_c_sum 1\n# TYPE bus_c_count gauge\n';
    const { files, problems } = imported(text);
    expect(files[0]?.text).toContain('bus_b');
    expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '1 import-unfit',
      '4 import-unfit',
    ]);
  });

  it('refuses a spec that is invalid, and one in a form that cannot be extended', () => {
    const invalid = [{ path: 'spec.yml', text: 'version: 1\nfamilies: {a: {metrics: [{}]}}\n' }];
    expect(imported(EXPOSITION, { spec: invalid }).files).toEqual([]);
    const alias = 'version: 1\nfamilies:\n  go: &a\n    metrics: []\n  bus: *a\n';
    const { files, problems } = imported(EXPOSITION, { spec: [{ path: 'spec.yml', text: alias }] });
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['spec-form']);
  });

  it.each([
    [1, undefined],
    [2, ['a0', 'a1']],
    [10, ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9']],
    [11, undefined],
  ])('closes the values of a label if there are two to ten: %d', (count, values) => {
    const lines = Array.from({ length: count }, (_, index) => `bus{kind="a${index}"} 1\n`);
    const { metrics } = readExposition({ path: 'm', text: lines.join('') });
    const found = {
      metrics,
      groups: [],
      dashboards: [],
      source: { closesValues: 'seen' },
    } as const;
    const [file] = writeImport(found, EMPTY).files;
    const [metric] = specMetrics(readSpec([{ path: 's.yml', text: file?.text ?? '' }]).spec);
    expect(metric?.labelFacts.find(({ name }) => name === 'kind')?.values).toEqual(values);
    const [plain] = writeImport(found, EMPTY, { guess: false, family: 'bus' }).files;
    expect(plain?.text).toContain('labels: [kind]\n');
  });
});
