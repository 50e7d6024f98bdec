import { readExposition } from '../exposition/exposition-reader';
import { readRuleFiles } from '../rule-files/read-rule-files';
import type { Found, ImportWorkspace } from './import-options';
import { writeImports } from './write-imports';

const SPEC = `version: 1 # ours
families:
  bus:
    metrics:
      - name: bus_stops # counted by hand
        type: gauge
`;
const NOTHING: Found = { metrics: [], groups: [], dashboards: [], source: { closesValues: false } };

function metrics(path: string, text: string): Found {
  return { ...NOTHING, metrics: readExposition({ path, text }).metrics };
}

function rules(text: string): Found {
  return { ...NOTHING, groups: readRuleFiles([{ path: 'rules.yml', text }]).groups };
}

const workspace: ImportWorkspace = {
  spec: [{ path: 'spec.yml', text: SPEC }],
  plans: [],
  target: { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' },
};

describe('writeImports', () => {
  const ALERT = 'groups: [{name: g, rules: [{alert: A, expr: bus_running == 0}]}]';

  it('lets what comes later find what came before, in one text each', () => {
    const finds = [
      metrics('a.txt', '# TYPE bus_running gauge\nbus_running 1\nbus_stops 3\n'),
      metrics('b.txt', 'bus_running 1\ntram_running 1\n'),
      rules(ALERT),
    ];
    const { files, added, known, problems } = writeImports(finds, workspace);
    expect(problems).toEqual([]);
    expect(added).toMatchObject({
      metrics: ['bus_running', 'tram_running'],
      alerts: ['A'],
      plans: ['bus', 'tram'],
    });
    expect(known).toBe(1);
    expect(files.map(({ path, before }) => [path, before])).toEqual([
      ['spec.yml', SPEC],
      ['plans/bus/plan.yaml', undefined],
      ['plans/tram/plan.yaml', undefined],
    ]);
    expect(files[0]?.text).toContain('- name: bus_stops # counted by hand\n');
    expect(files[0]?.text).toMatch(/name: bus_running\n[^]*- alert: A\n/);
  });

  it('spells abbreviations in the titles of plans, and names no title that is the default', () => {
    const text = 'http_requests_total 1\ngrpc_calls_total 1\ntram_stops 1\n';
    const { files } = writeImports([metrics('a.txt', text)], workspace);
    expect(files.slice(1).map((file) => file.text.split('profile')[0])).toEqual([
      'slug: http\ntitle: HTTP\n',
      'slug: grpc\ntitle: gRPC\n',
      'slug: tram\n',
    ]);
  });

  it('reports what one source says differently from another, with both places', () => {
    const finds = [
      metrics('a.txt', '# TYPE tram gauge\ntram{line="1"} 1\n'),
      metrics('b.txt', '# TYPE tram counter\ntram{stop="1"} 1\n'),
    ];
    const { problems } = writeImports(finds, workspace);
    expect(problems.map(({ message }) => message)).toEqual([
      '"tram" has the type gauge here, and counter at b.txt:1:1',
      '"tram" has the labels [line] here, and [stop] at b.txt:1:1',
    ]);
  });

  it('writes nothing if one of several cannot be written', () => {
    const taken = { ...workspace, spec: [{ path: 'spec.yml', text: 'version: 2\n' }] };
    const { files, added } = writeImports([metrics('a.txt', 'a 1\n'), rules(ALERT)], taken);
    expect(files).toEqual([]);
    expect(added.metrics).toEqual([]);
  });
});
