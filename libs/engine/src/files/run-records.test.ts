import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { RunRecords } from './run-records';

const RECORD = { inputs: 'i', files: { 'a.json': 'd' }, report: { unchanged: ['a'] } };

describe('RunRecords', () => {
  const folder = useTempFolder();
  const kept = () => join(folder(), 'kept');
  const records = () => new RunRecords(kept());
  const stored = () => join(kept(), readdirSync(kept())[0] ?? '');

  it('finds what was kept for a folder last, however its path is written', () => {
    records().keep('out', { ...RECORD, inputs: 'before' });
    records().keep('out', RECORD);
    expect(records().find('./x/../out')).toEqual(RECORD);
    expect(records().find('other')).toBeUndefined();
  });

  it('lets nobody else read or write them', () => {
    records().keep('out', RECORD);
    expect([kept(), stored()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
  });

  it('believes no damaged record', () => {
    records().keep('out', RECORD);
    const text = readFileSync(stored(), 'utf8');
    const damaged = ['', '{}', 'null', text.slice(0, -9), text.replace('a.json', 'b.json')];
    for (const content of damaged) {
      writeFileSync(stored(), content);
      expect(records().find('out')).toBeUndefined();
    }
    writeFileSync(stored(), text);
    expect(records().find('out')).toEqual(RECORD);
  });

  it('says nothing where nothing can be kept', () => {
    writeFileSync(kept(), 'a file');
    records().keep('out', RECORD);
    expect(records().find('out')).toBeUndefined();
  });

  it('keeps those of 64 folders, the newest', () => {
    for (let index = 0; index < 64; index++) records().keep(`out-${index}`, RECORD);
    for (const name of readdirSync(kept())) utimesSync(join(kept(), name), 1000, 1000);
    records().keep('out-7', RECORD);
    records().keep('another', RECORD);
    expect(readdirSync(kept())).toHaveLength(64);
    const found = ['out-7', 'another'].map((name) => records().find(name));
    expect(found).toEqual([RECORD, RECORD]);
  });
});
