import { readInventory } from './read-inventory';

const read = (text: string, path = 'i.csv') => readInventory({ path, text });
const told = (text: string, path?: string) =>
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
      ['4 inventory-malformed: the row has 2 cells where the header has 3'],
    ],
    [
      'slug,title,panel_uuid\na,b,1\na,c,2\na,d,1\n',
      [
        '4 inventory-duplicate: the panel "d" has the panel_uuid "1", which stands on line 2 already',
      ],
    ],
    ['slug,title,panel_uuid\na,b,\n', ['2 inventory-malformed: the panel "b" has no panel_uuid']],
    [
      'slug,title,panel_uuid\na,b,1\na,"open,2\na,c,3\n',
      ['3 inventory-malformed: the row that starts here opens a quote and never closes it'],
    ],
  ])('refuses the CSV %j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it.each([
    [
      '{"slug":"a","title":"b"}',
      ['1 inventory-columns: this is no inventory: the column panel_uuid is missing'],
    ],
    [
      '{"slug":"a","title":"b","panel_uuid":"c"}\n[1]\n{"slug":"a","title":1,"panel_uuid":"d"}\n',
      [
        '2 inventory-malformed: the line is no JSON object; an inventory has one object a line',
        '3 inventory-malformed: "title" must be a text, got 1',
      ],
    ],
    [
      'no json\nat all\n',
      ['1 inventory-malformed: the line is no JSON object; an inventory has one object a line'],
    ],
  ])('refuses the JSONL %j', (text, problems) => {
    expect(told(text, 'i.jsonl')).toEqual(problems);
  });
});
