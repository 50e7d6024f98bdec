import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { useTempFolder } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

const SPEC = `version: 1
families:
  bus:
    metrics:
      - {name: events_total, type: counter}
      - name: depth
        type: gauge
        help: Depth.
        alerts:
          - {alert: Deep, expr: depth > 5, for: 5m, severity: info, summary: Deep.}
  unseen:
    metrics:
      - {name: other_total, type: counter, help: Other.}
`;
const RATE_ON_GAUGE = `        panels:
          - promql: rate(depth[5m])
`;

describe('on the repository', () => {
  it('lint finds nothing in the G6 spec, also where it is strict', async () => {
    const result = await runProcess(['lint', '--strict']);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(result.stdout).toMatch(/^no findings in 59 metrics and 15 dashboards\n$/);
  });

  it('coverage finds every metric and alert on a dashboard', async () => {
    const { status, stdout } = await runProcess(['coverage', '--fail-under', '100', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      metrics: { total: 59, shown: 59, percent: 100 },
      alerts: { percent: 100 },
    });
  });
});

describe('on a small spec', () => {
  const folder = useTempFolder();
  const INPUT = ['--spec', 'spec.yml', '--plan', 'plans.yml'];
  const run = (...args: string[]) => runProcess([...args, ...INPUT], { cwd: folder() });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder(), name), text);
  };

  beforeEach(() => {
    write('spec.yml', SPEC);
    write('plans.yml', 'dashboards:\n  - {slug: bus, families: [bus]}\n');
  });

  it('lint tells warnings with their places, and lets them pass unless it is strict', async () => {
    const { status, stdout } = await run('lint');
    expect(status).toBe(0);
    expect(stdout).toBe(
      'spec.yml:5:9: warning: the metric "events_total" has no help [help-missing]\n' +
        'spec.yml:11:3: warning: the family "unseen" is in no plan [family-unplanned]\n' +
        '2 warnings in 3 metrics and 1 dashboard\n',
    );
    const strict = await run('lint', '--strict');
    expect(strict.status).toBe(9);
    expect(strict.stdout).toContain('spec.yml:5:9: error: ');
  });

  it('lint ends with status 9 for an error', async () => {
    write('spec.yml', SPEC.replace('        alerts:', `${RATE_ON_GAUGE}        alerts:`));
    const { status, stdout } = await run('lint', '--format', 'github');
    expect(status).toBe(9);
    expect(stdout).toContain('::error file=spec.yml,line=10,col=26,title=rate-on-gauge::');
  });

  it('lint writes SARIF to a file', async () => {
    const { status, stdout } = await run('lint', '--format', 'sarif', '--out', 'lint.sarif');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const log = JSON.parse(readFileSync(join(folder(), 'lint.sarif'), 'utf8')) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual([
      'help-missing',
      'family-unplanned',
    ]);
  });

  it('lint looks at the generated files where it is told of no other', async () => {
    await runProcess(['generate', ...INPUT, '--output', 'dashboards/generated'], { cwd: folder() });
    const file = join(folder(), 'dashboards/generated/bus.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"editable": false', '"editable": true'));
    // The same inputs where they are looked for without options.
    for (const path of ['dashboards/spec/base.yml', 'dashboards/plans/bus/plan.yaml']) {
      const at = join(folder(), path);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, path.endsWith('base.yml') ? SPEC : 'slug: bus\nfamilies: [bus]\n');
    }
    const onFiles = await runProcess(['lint'], { cwd: folder() });
    expect(onFiles.stdout).toContain('plan.yaml:1:1: warning: the dashboard "bus" is editable');
    expect((await run('lint')).stdout).not.toContain('editable');
  });

  it('lint refuses unusable input like every command', async () => {
    write('plans.yml', 'dashboards:\n  - {slug: bus, families: [buss]}\n');
    const { status, stdout, stderr } = await run('lint');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('plans.yml:2:28: error: the spec has no family "buss"');
  });

  it('coverage tells what is on no dashboard, and fails where too little is shown', async () => {
    const { status, stdout, stderr } = await run('coverage', '--fail-under', '67');
    expect(status).toBe(9);
    expect(stdout).toContain('metrics on no dashboard:\n  other_total (unseen)\n');
    expect(stderr).toBe('66.6% of the metrics are shown (2 of 3), less than the 67% asked for\n');
    expect((await run('coverage', '--fail-under', '66')).status).toBe(0);
  });

  it('coverage writes Markdown to a file', async () => {
    const { status } = await run('coverage', '--format', 'markdown', '--out', 'coverage.md');
    expect(status).toBe(0);
    expect(readFileSync(join(folder(), 'coverage.md'), 'utf8')).toContain(
      '| bus | 2/2 | 100% | 1/1 | 100% |',
    );
  });

  it.each(['101', '-1', 'all', ''])('coverage refuses --fail-under %j', async (percent) => {
    const { status, stderr } = await run('coverage', `--fail-under=${percent}`);
    expect(status).toBe(2);
    expect(stderr).toContain('It must be a number from 0 to 100.');
  });
});
