import fc from 'fast-check';
import Papa from 'papaparse';
import { INVENTORY_COLUMNS, type InventoryRow } from './inventory-row';
import { readInventory } from './read-inventory';
import { inventoryText } from './write-inventory';

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
