import fc from 'fast-check';
import Papa from 'papaparse';
import { INVENTORY_COLUMNS, type InventoryRow } from './inventory-rows';
import { inventoryText, readInventory } from './inventory-text';

const HOSTILE = 'He said "a, b",\r\nthen\n=cmd()|\'/C calc\'!A0 🔎 Größe';

function row(values: Partial<InventoryRow> = {}): InventoryRow {
  return {
    slug: 'bus',
    title: 'Title',
    metric: 'm_total',
    source: 'spec',
    panel_uuid: '0123456789abcdef',
    query_uuid: 'fedcba9876543210',
    family: 'bus',
    kind: '',
    unit: 'short',
    exprs: ['sum(rate(m_total[5m]))'],
    ...values,
  };
}

describe('inventoryText as CSV', () => {
  it('writes a header and CRLF line ends', () => {
    expect(inventoryText([row()], ['slug', 'title'], 'csv')).toBe('slug,title\r\nbus,Title\r\n');
  });

  it('quotes a lone line feed, which would end the record', () => {
    expect(inventoryText([row({ title: 'a\nb' })], ['title'], 'csv')).toBe('title\r\n"a\nb"\r\n');
  });

  it('defuses what a spreadsheet would run', () => {
    expect(inventoryText([row({ title: '=1+1' })], ['title'], 'csv')).toBe("title\r\n'=1+1\r\n");
  });

  it('is read by another library cell by cell', () => {
    const text = inventoryText([row({ title: HOSTILE })], INVENTORY_COLUMNS, 'csv');
    const { data, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true });
    expect(errors).toEqual([]);
    expect(data).toEqual([{ ...row({ title: HOSTILE }), exprs: '["sum(rate(m_total[5m]))"]' }]);
  });
});

describe('inventoryText as JSONL', () => {
  it('writes one object a line with sorted keys', () => {
    const text = inventoryText([row(), row({ title: 'Other' })], ['title', 'exprs'], 'jsonl');
    expect(text).toBe(
      '{"exprs":["sum(rate(m_total[5m]))"],"title":"Title"}\n' +
        '{"exprs":["sum(rate(m_total[5m]))"],"title":"Other"}\n',
    );
  });
});

describe('an inventory that is read back', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(HOSTILE, '=x', "'=x"));
  const rows = fc
    .uniqueArray(fc.tuple(cell, cell), { maxLength: 5, minLength: 1 })
    .map((cells) =>
      cells.map(([title, expr], i) => row({ title, exprs: [expr], panel_uuid: `uuid${i}` })),
    );

  it.each(['csv', 'jsonl'] as const)('gives the same rows from %s', (format) => {
    fc.assert(
      fc.property(rows, (some) => {
        const text = inventoryText(some, INVENTORY_COLUMNS, format);
        expect(readInventory({ path: `i.${format}`, text })).toEqual({ rows: some, problems: [] });
      }),
    );
  });
});

describe('a large inventory', () => {
  const many = Array.from({ length: 25_000 }, (_, index) =>
    row({ title: `Title ${index}, "quoted"`, panel_uuid: `uuid${index}` }),
  );

  it.each(['csv', 'jsonl'] as const)('of 25,000 rows is read whole from %s', (format) => {
    const text = inventoryText(many, INVENTORY_COLUMNS, format);
    const { rows, problems } = readInventory({ path: `i.${format}`, text });
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(25_000);
    expect(rows.at(-1)).toEqual(many.at(-1));
  });
});

const read = (text: string, path = 'i.csv') => readInventory({ path, text });
const problemsOf = (text: string, path?: string) =>
  read(text, path).problems.map(({ line, code, message }) => `${line} ${code}: ${message}`);

describe('readInventory', () => {
  it('takes JSONL for what it is, whatever the file is called', () => {
    const { rows, problems } = read('{"slug":"a","title":"b","panel_uuid":"c"}\n', 'i.csv');
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ slug: 'a', title: 'b', panel_uuid: 'c' }]);
  });

  it('takes CSV whose name says nothing, with a byte order mark and LF line ends', () => {
    const { rows, problems } = read('\uFEFFslug,title,panel_uuid\na,b,c\n\n', 'inventory.txt');
    expect(problems).toEqual([]);
    expect(rows).toEqual([{ slug: 'a', title: 'b', panel_uuid: 'c' }]);
  });

  it('takes an inventory that has a header and no rows', () => {
    expect(read('slug,title,panel_uuid\r\n')).toEqual({ rows: [], problems: [] });
  });

  it('keeps a column named like an object member as a plain value', () => {
    const { rows } = read('slug,title,panel_uuid,__proto__\na,b,c,d\n');
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
  });

  it.each([
    [
      '',
      ['1 inventory-malformed: the file is empty; an inventory has a header or one object a line'],
    ],
    [
      'slug,title\na,b\n',
      ['1 inventory-columns: this is no inventory: the column panel_uuid is missing'],
    ],
    [
      'a;b\n',
      [
        '1 inventory-columns: this is no inventory: the columns slug, title, panel_uuid are missing',
      ],
    ],
    [
      'slug,slug,title,panel_uuid\n',
      ['1 inventory-columns: the header has the column "slug" twice'],
    ],
    [
      'slug,title,panel_uuid\r\na,"x\r\ny",1\r\na,b\r\n',
      ['4 inventory-malformed: the row has 2 cells, and the header has 3'],
    ],
    [
      'slug,title,panel_uuid\na,b,1\na,c,2\na,d,1\n',
      ['4 inventory-duplicate: the panel "d" has the panel_uuid "1", which is already on line 2'],
    ],
    ['slug,title,panel_uuid\na,b,\n', ['2 inventory-malformed: the panel "b" has no panel_uuid']],
    [
      'slug,title,panel_uuid\na,b,1\na,"open,2\na,c,3\n',
      ['3 inventory-malformed: the row that starts here opens a quote and never closes it'],
    ],
  ])('refuses the CSV %j', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it.each([
    [
      '{"slug":"a","title":"b"}',
      ['1 inventory-columns: this is no inventory: the column panel_uuid is missing'],
    ],
    [
      '{"slug":"a","title":"b","panel_uuid":"c"}\n[1]\n{"slug":"a","title":1,"panel_uuid":"d"}\n',
      [
        '2 inventory-malformed: the line is not a JSON object; an inventory has one object a line',
        '3 inventory-malformed: "title" must be a text, got 1',
      ],
    ],
    [
      'no json\nat all\n',
      ['1 inventory-malformed: the line is not a JSON object; an inventory has one object a line'],
    ],
  ])('refuses the JSONL %j', (text, problems) => {
    expect(problemsOf(text, 'i.jsonl')).toEqual(problems);
  });

  it('refuses an object with a thousand lists in each other', () => {
    const lists = '['.repeat(1001) + ']'.repeat(1001);
    const text = `{"slug":"a","title":"b","panel_uuid":"c","exprs":${lists}}`;
    expect(problemsOf(text, 'i.jsonl')).toEqual([
      '1 inventory-malformed: values are nested too deeply',
    ]);
  });

  it.each([
    ['rows without a column', 'i.csv', 'slug,title,panel_uuid\n', 'a,b\n'],
    ['rows of one panel', 'i.csv', 'slug,title,panel_uuid\n', 'a,b,c\n'],
    ['lines that are no objects', 'i.jsonl', '{"slug":"a","title":"b","panel_uuid":"c"}\n', '{\n'],
    ['objects without a column', 'i.jsonl', '{"slug":"a","title":"b","panel_uuid":"c"}\n', '{}\n'],
  ])(
    'lists a hundred problems of many %s, and says that there are more',
    (_, path, first, again) => {
      const problems = problemsOf(first + again.repeat(300), path);
      expect(problems).toHaveLength(101);
      expect(problems[100]).toMatch(
        /^10[23] inventory-\w+: there are more problems from here on, which are not listed$/,
      );
      expect(problemsOf(first + again.repeat(50), path).join()).not.toContain('more problems');
    },
  );

  it('names few of many columns, and each of them shortened', () => {
    const header = Array.from({ length: 1000 }, (_, index) => `${index}${'x'.repeat(500)}`);
    const [problem] = read(`${header.join()}\n`).problems;
    expect(problem?.hint).toMatch(/^found "0x+…", .*, and 980 more$/);
    expect(problem?.hint?.length).toBeLessThan(2000);
  });
});
