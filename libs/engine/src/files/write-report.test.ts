import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { writeReport } from './write-report';

describe('writeReport', () => {
  const folder = useTempFolder();
  const at = (name: string) => join(folder(), name);

  it('creates the folder of the report', () => {
    expect(writeReport(at('a/b/report.txt'), 'text')).toEqual([]);
    expect(readFileSync(at('a/b/report.txt'), 'utf8')).toBe('text');
    expect(readdirSync(at('a/b'))).toEqual(['report.txt']);
  });

  it('leaves a file alone that has the text already', () => {
    writeFileSync(at('report.txt'), 'text');
    const { ino } = statSync(at('report.txt'));
    expect(writeReport(at('report.txt'), 'text')).toEqual([]);
    expect(statSync(at('report.txt')).ino).toBe(ino);
  });

  it('keeps the permissions of a file', () => {
    writeFileSync(at('report.txt'), 'old');
    chmodSync(at('report.txt'), 0o660);
    writeReport(at('report.txt'), 'new');
    expect(statSync(at('report.txt')).mode & 0o777).toBe(0o660);
  });

  it('writes to the file behind a link', () => {
    writeFileSync(at('target.txt'), 'old');
    symlinkSync('target.txt', at('report.txt'));
    expect(writeReport(at('report.txt'), 'new')).toEqual([]);
    expect(readlinkSync(at('report.txt'))).toBe('target.txt');
    expect(readFileSync(at('target.txt'), 'utf8')).toBe('new');
  });

  it('finds that a folder is in the place of the report', () => {
    mkdirSync(at('report.txt'));
    expect(writeReport(at('report.txt'), 'text')).toMatchObject([{ code: 'output-unwritable' }]);
  });
});
