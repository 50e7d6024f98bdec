import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { reportSchemas } from '@g6/dashboards';
import { useTempFolder } from '@g6/dashboards/testing';
import { createWholeProgram } from './every-command';
import { runCli } from './run-cli';

const DASHBOARDS = join(__dirname, '../../../dashboards');
const folder = useTempFolder();
const at = (name: string) => join(folder(), name);

/** Runs a command line on the dashboards of this repository, and returns what it prints. */
async function run(...args: string[]): Promise<{ status: number; stdout: string }> {
  let stdout = '';
  const terminal = {
    env: {},
    now: () => 0,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => undefined },
  };
  const status = await runCli(['node', 'g6-dashboards', ...args], terminal);
  return { status, stdout };
}

/** The faults of a JSON report against the schema of its command. */
function faultsOf(command: string, { stdout }: { stdout: string }): unknown[] {
  const report = reportSchemas().find((one) => one.command === command);
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(report?.schema ?? false, JSON.parse(stdout));
  return ajv.errors ?? [];
}

const spec = ['--spec', join(DASHBOARDS, 'spec/base.yml')];
const inputs = [...spec, '--plans', join(DASHBOARDS, 'plans')];
const output = () => ['--output', at('out')];
/** The options by which a command writes elsewhere than to its default place. */
function outputOf(command: string): string[] {
  if (/^(?:import|explain|check|diff|push|pull)/.test(command)) return [];
  return command.startsWith('export') ? ['--format', 'resource', '--out', at('out')] : output();
}

/** Arguments of commands that need some. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  import: ['metrics', 'none.txt'],
  explain: ['bus'],
  check: ['--prometheus', 'http://127.0.0.1:9'],
  diff: ['--grafana', 'http://127.0.0.1:9'],
  pull: ['--grafana', 'http://127.0.0.1:9'],
  push: ['--grafana', 'http://127.0.0.1:9'],
};

/** Changes a file that was written. */
function edit(name: string, change: (text: string) => string): void {
  writeFileSync(at(name), change(readFileSync(at(name), 'utf8')));
}

/** A workspace that warns, that has an alert without a test, and more panels than the caps allow. */
function odd(): string[] {
  const panels = Array.from({ length: 70 }, (_, index) => `{title: P${index}, promql: a_total}`);
  writeFileSync(
    at('odd.yml'),
    `version: 1
families:
  odd:
    metrics:
      - {name: a_total, type: counter, labels: [bus], alerts: [{alert: A, expr: 'a_total > b', summary: s}]}
      - {name: events, type: counter, panels: [${panels.join(', ')}]}
      - {name: more_total, type: counter, labels: [bus]}
`,
  );
  writeFileSync(at('plans.yml'), 'dashboards: [{slug: odd, families: [odd]}]\n');
  return ['--spec', at('odd.yml'), '--plan', at('plans.yml')];
}

describe('a JSON report', () => {
  it('has a schema for every command that prints one', () => {
    const silent = { write: () => undefined };
    const terminal = { env: {}, now: () => 0, stdout: silent, stderr: silent };
    const commands = createWholeProgram(terminal, () => undefined)
      .commands.filter(({ options }) => options.some(({ long }) => long === '--json'))
      .map((command) => command.name());
    const described = reportSchemas().map(({ command }) => command.split(' ')[0]);
    expect(commands.filter((command) => !described.includes(command))).toEqual([]);
  });

  it('of generate and verify follows its schema', async () => {
    expect(
      faultsOf('generate --json', await run('generate', '--json', ...inputs, ...output())),
    ).toEqual([]);
    edit('out/bus_health.json', (text) => text.replace('Bus Event Drops', 'Drops'));
    edit('out/governance.json', (text) => text.replace('"editable": true', '"editable": false'));
    rmSync(at('out/sse_latency.json'));
    writeFileSync(at('out/lifecycle_storage.json'), '{');
    const verified = await run('verify', '--json', ...inputs, ...output());
    expect(verified.status).toBe(6);
    expect(faultsOf('verify --json', verified)).toEqual([]);
    const again = await run('generate', '--json', '--dry-run', ...inputs, ...output());
    expect(faultsOf('generate --json', again)).toEqual([]);
  });

  it('of generate follows it with warnings and dropped panels', async () => {
    const odds = await run('generate', '--json', ...odd(), ...output());
    expect(JSON.parse(odds.stdout)).toMatchObject({
      problems: [{ code: 'counter-suffix' }, expect.anything()],
      truncated: [{ slug: 'odd' }],
    });
    expect(faultsOf('generate --json', odds)).toEqual([]);
  });

  it('of rules follows its schema', async () => {
    const written = await run('rules', '--json', ...odd(), ...output());
    expect(JSON.parse(written.stdout)).toMatchObject({ untested: [{ alert: 'A' }] });
    expect(faultsOf('rules --json', written)).toEqual([]);
    edit('out/alerts.yml', (text) => text.replace('a_total > b', 'a_total > c'));
    rmSync(at('out/tests.yml'));
    const checked = await run('rules', '--check', '--json', ...odd(), ...output());
    expect(JSON.parse(checked.stdout)).toMatchObject({
      tokens: ['changed:alerts.yml:A', 'missing:tests.yml'],
    });
    expect(faultsOf('rules --check --json', checked)).toEqual([]);
  });

  it('of inventory and inventory-diff follows its schema', async () => {
    const before = await run('inventory', '--json', ...inputs);
    expect(faultsOf('inventory --json', before)).toEqual([]);
    await run('inventory', ...inputs, '--out', at('before.csv'));
    writeFileSync(
      at('after.csv'),
      readFileSync(at('before.csv'), 'utf8')
        .replace('Bus Event Drops', 'Drops')
        .split('\n')
        .toSpliced(5, 1)
        .join('\n'),
    );
    for (const files of [
      ['before.csv', 'after.csv'],
      ['after.csv', 'before.csv'],
    ]) {
      const compared = await run('inventory-diff', '--json', ...files.map(at));
      expect(compared.status).toBe(7);
      expect(faultsOf('inventory-diff --json', compared)).toEqual([]);
    }
  });

  it('of explain follows its schema', async () => {
    for (const args of [['bus_health'], ['g6_api_calls_total'], ['bus_health', 'none'], ['none']]) {
      const printed = await run('explain', ...args, '--json', ...inputs);
      expect(faultsOf('explain --json', printed)).toEqual([]);
    }
    expect(faultsOf('explain --json', await run('explain', 'odd', '--json', ...odd()))).toEqual([]);
  });

  it('of lint and coverage follows its schema', async () => {
    const found = await run('lint', '--json', ...odd());
    expect(JSON.parse(found.stdout)).toHaveProperty('findings.0.rule');
    expect(faultsOf('lint --json', found)).toEqual([]);
    expect(faultsOf('coverage --json', await run('coverage', '--json', ...inputs))).toEqual([]);
    expect(faultsOf('coverage --json', await run('coverage', '--json', ...odd()))).toEqual([]);
  });

  it('of export follows its schema', async () => {
    const args = ['export', '--json', ...inputs, '--out', at('export'), '--format'];
    const exported = await run(...args, 'perses');
    expect(JSON.parse(exported.stdout)).toHaveProperty('problems.0.code', 'export-lost');
    expect(faultsOf('export --json', exported)).toEqual([]);
    const refused = await run(...args, 'resource');
    expect(refused.status).toBe(2);
    expect(faultsOf('export --json', refused)).toEqual([]);
  });

  it('of import follows its schema', async () => {
    writeFileSync(at('metrics.txt'), 'bus_up{line="1"} 1\nbus_b{__id="1"} 1\n');
    const args = ['metrics', at('metrics.txt'), '--spec', at('spec.yml'), '--plans', at('plans')];
    const added = await run('import', '--json', ...args);
    expect(JSON.parse(added.stdout)).toMatchObject({ added: { metrics: ['bus_up'] } });
    expect(faultsOf('import --json', added)).toEqual([]);
  });

  it.each(reportSchemas().map(({ command }) => command))(
    'of "%s" follows its schema if the input is refused',
    async (command) => {
      writeFileSync(at('bad.yml'), 'version: 2\n');
      const args = command.startsWith('inventory-diff')
        ? [at('bad.yml'), at('none.csv')]
        : ['--spec', at('bad.yml'), '--plans', at('none'), ...outputOf(command)];
      const [name = ''] = command.split(' ');
      const refused = await run(...command.split(' '), ...(ARGUMENTS[name] ?? []), ...args);
      expect(refused.status).toBe(2);
      expect(JSON.parse(refused.stdout)).toHaveProperty('problems.0.code');
      expect(faultsOf(command, refused)).toEqual([]);
    },
  );
});
