import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { useTempFolder } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string } };
  readonly g6_meta: Record<string, string | undefined>;
}

const REPOSITORY = resolve(__dirname, '../../..');
const COLUMNS = 'slug,title,metric,source,panel_uuid,query_uuid,family,kind,unit,exprs';
const HOSTILE = '=cmd("a, b")\n🔎 Größe';

const SPEC = (title: string) => `version: 1
families:
  bus:
    metrics:
      - name: events_total
        type: counter
        help: Events.
        panels:
          - title: ${JSON.stringify(title)}
            promql: sum(rate(events_total[5m]))
`;

/** The panels of generated dashboards as rows, read straight from their files. */
function modelOf(folder: string): Record<string, string>[] {
  const names = readdirSync(folder).filter((name) => name !== 'manifest.json');
  return names.sort().flatMap((name) => {
    const { panels } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { panels: Panel[] };
    return panels.map(({ title, targets = [], fieldConfig, g6_meta: meta }) => ({
      slug: name.replace('.json', ''),
      title,
      metric: meta['metric'] ?? '',
      source: meta['source'] ?? '',
      panel_uuid: meta['panel_uuid'] ?? '',
      query_uuid: meta['query_uuid'] ?? '',
      family: meta['family'] ?? '',
      kind: meta['kind'] ?? '',
      unit: fieldConfig?.defaults.unit ?? '',
      exprs: JSON.stringify(targets.map(({ expr }) => expr)),
    }));
  });
}

const readCsv = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });

describe('g6-dashboards inventory', () => {
  const folder = useTempFolder();
  const run = (...args: string[]) => runProcess(args, { cwd: folder() });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder(), name), text);
  };
  const exampleSpec = (title: string) => {
    write('spec.yml', SPEC(title));
    write('plans.yml', 'dashboards:\n  - {slug: bus, families: [bus]}\n');
  };
  const INPUT = ['--spec', 'spec.yml', '--plan', 'plans.yml'];

  it('writes the G6 dashboards as CSV that another library reads as the dashboards have it', async () => {
    const dir = join(REPOSITORY, 'dashboards/generated');
    const { status, stdout } = await run('inventory', '--dir', dir, '--columns', COLUMNS);
    expect(status).toBe(0);
    const { data, errors } = readCsv(stdout);
    expect(errors).toEqual([]);
    expect(data).toEqual(modelOf(dir));
  });

  it('writes the same bytes twice, to standard output and to a file', async () => {
    const dir = join(REPOSITORY, 'dashboards/generated');
    const { stdout } = await run('inventory', '--dir', dir);
    const { status, stderr } = await run('inventory', '--dir', dir, '--out', 'a/inventory.csv');
    expect(status).toBe(0);
    expect(stderr).toMatch(/^a\/inventory\.csv: \d+ panels of 15 dashboards\n$/);
    expect(readFileSync(join(folder(), 'a/inventory.csv'), 'utf8')).toBe(stdout);
  });

  it('brings a hostile title through CSV and back', async () => {
    exampleSpec(HOSTILE);
    await run('inventory', ...INPUT, '--out', 'a.csv');
    const { stdout } = await run('inventory', ...INPUT, '--format', 'jsonl');
    write('b.jsonl', stdout);
    expect(readFileSync(join(folder(), 'a.csv'), 'utf8')).toContain(`"'=cmd(""a, b"")\n🔎 Größe"`);
    expect(JSON.parse(stdout.split('\n')[0] as string)).toMatchObject({ title: HOSTILE });
    const diff = await run('inventory-diff', 'a.csv', 'b.jsonl');
    expect(diff).toEqual({ status: 0, stdout: 'no difference\n', stderr: '' });
  });

  it('keeps the sources and columns asked for, in slug then panel order', async () => {
    exampleSpec('Events');
    write(
      'plans.yml',
      'dashboards:\n  - {slug: b, families: [bus]}\n  - {slug: a, families: [bus]}\n',
    );
    const { stdout } = await run(
      ...['inventory', ...INPUT, '--filter-source', 'spec', '--columns', 'title,slug'],
    );
    expect(stdout).toBe('title,slug\r\nEvents,a\r\nEvents,b\r\n');
  });

  it.each([
    [['--format', 'xml'], 2, 'Allowed choices are csv, jsonl'],
    [['--columns', 'slug,tittle'], 2, 'did you mean "title"?'],
    [['--filter-source', 'specs'], 2, 'did you mean "spec"?'],
    [['--dir', 'nowhere'], 3, 'there is no generated dashboard'],
    [['--dir', 'x', '--spec', 'spec.yml'], 2, 'cannot be used with option'],
  ])('ends %j with status %d and says why', async (args, status, message) => {
    const result = await run('inventory', ...args);
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  it('ends with status 3 where the filter leaves nothing', async () => {
    exampleSpec('Events');
    const result = await run(
      'inventory',
      ...INPUT,
      '--filter-source',
      'auto_topk',
      '--out',
      'x.csv',
    );
    expect(result.status).toBe(3);
    expect(result.stderr).toContain('has the source auto_topk');
    expect(existsSync(join(folder(), 'x.csv'))).toBe(false);
  });

  it('reports an unreadable dashboard, and exports nothing', async () => {
    cpSync(
      join(REPOSITORY, 'dashboards/generated/bus_health.json'),
      join(folder(), 'bus_health.json'),
    );
    write('broken.json', '{"panels": [');
    const result = await run('inventory', '--dir', '.', '--out', 'x.csv');
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('broken.json: error: is not a dashboard');
    expect(existsSync(join(folder(), 'x.csv'))).toBe(false);
    const only = await run('inventory', '--dir', '.', '--only', 'bus_helth');
    expect(only).toMatchObject({ status: 5 });
    expect(only.stderr).toContain('did you mean "bus_health"?');
  });
});

describe('g6-dashboards inventory-diff', () => {
  const folder = useTempFolder();
  const run = (...args: string[]) => runProcess(args, { cwd: folder() });
  const write = (name: string, text: string) => {
    mkdirSync(join(folder(), 'out'), { recursive: true });
    writeFileSync(join(folder(), name), text);
  };
  const INPUT = ['--spec', 'spec.yml', '--plan', 'plans.yml'];
  const exportAs = async (name: string, ...more: string[]) => {
    expect((await run('inventory', '--out', name, ...more)).status).toBe(0);
  };

  beforeEach(() => {
    write('plans.yml', 'dashboards:\n  - {slug: bus, families: [bus]}\n');
    write('spec.yml', SPEC('Old'));
  });

  it('takes a title that changed in the spec for a rename, by the queries', async () => {
    const columns = ['--columns', COLUMNS];
    await exportAs('before.csv', ...INPUT, ...columns);
    write('spec.yml', SPEC('New'));
    await exportAs('after.jsonl', ...INPUT, ...columns, '--format', 'jsonl');
    const result = await run('inventory-diff', 'before.csv', 'after.jsonl', '--json-out', 'd.json');
    expect(result).toMatchObject({
      status: 7,
      stdout: 'bus: 1 renamed\n  ~ Old -> New\n1 renamed in 1 dashboard\n',
    });
    const diff = JSON.parse(readFileSync(join(folder(), 'd.json'), 'utf8')) as {
      renamed: { panel_uuid: string }[];
    };
    expect(diff).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ old_title: 'Old', new_title: 'New', slug: 'bus' }],
    });
    const after = readFileSync(join(folder(), 'after.jsonl'), 'utf8');
    expect(after).toContain(`"panel_uuid":"${diff.renamed[0]?.panel_uuid ?? 'none'}"`);
  });

  it('tells the same change apart as added and removed without the column query_uuid', async () => {
    await exportAs('before.csv', ...INPUT);
    write('spec.yml', SPEC('New'));
    await exportAs('after.csv', ...INPUT);
    const result = await run('inventory-diff', 'before.csv', 'after.csv', '--json');
    expect(result.status).toBe(7);
    expect(JSON.parse(result.stdout)).toMatchObject({
      added: [{ slug: 'bus', title: 'New' }],
      removed: [{ slug: 'bus', title: 'Old' }],
      renamed: [],
    });
  });

  it('takes a title that was edited in the dashboard for a rename, by the panel', async () => {
    await run('generate', ...INPUT, '--output', 'out');
    await exportAs('before.csv', '--dir', 'out');
    const file = join(folder(), 'out/bus.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"title": "Old"', '"title": "Edited"'));
    await exportAs('after.csv', '--dir', 'out');
    expect(await run('inventory-diff', 'before.csv', 'after.csv')).toMatchObject({
      status: 7,
      stdout: 'bus: 1 renamed\n  ~ Old -> Edited\n1 renamed in 1 dashboard\n',
    });
  });

  it.each([
    ['slug,title\na,b\n', ':1:1: error: this is no inventory'],
    ['slug,title,panel_uuid\na,b,1\na,c,1\n', ':3:1: error: the panel "c" has the panel_uuid "1"'],
    ['slug,title,panel_uuid\na,"b,1\n', ':2:1: error: the row that starts here opens a quote'],
  ])('refuses %j with the line', async (text, message) => {
    write('good.csv', 'slug,title,panel_uuid\na,b,1\n');
    write('bad.csv', text);
    const result = await run('inventory-diff', 'good.csv', 'bad.csv', '--json-out', 'd.json');
    expect(result).toMatchObject({ status: 2, stdout: '' });
    expect(result.stderr).toContain(`bad.csv${message}`);
    expect(existsSync(join(folder(), 'd.json'))).toBe(false);
  });

  it('asks for two inventories, or a revision', async () => {
    const result = await run('inventory-diff', 'one.csv');
    expect(result.status).toBe(2);
    expect(result.stderr).toContain('name two inventories');
    const outside = await run('inventory-diff', '--base', 'main');
    expect(outside.status).toBe(2);
    expect(outside.stderr).toContain('this folder is in no git repository');
  });
});
