import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { writeTexts } from './write-texts';

describe('writeTexts', () => {
  const folder = useTempFolder();
  const at = (name: string) => join(folder(), name);

  it('makes folders, keeps line ends and permissions, and leaves alone what is the same', () => {
    writeFileSync(at('same.yml'), 'a\n');
    writeFileSync(at('windows.yml'), 'a: 1\r\n');
    chmodSync(at('windows.yml'), 0o660);
    const { ino } = statSync(at('same.yml'));
    const files = [
      { path: at('same.yml'), text: 'a\n' },
      { path: at('windows.yml'), text: 'a: 1\nb: 2\n' },
      { path: at('plans/new/plan.yaml'), text: 'slug: new\n' },
    ];
    expect(writeTexts(files)).toEqual([]);
    expect(statSync(at('same.yml')).ino).toBe(ino);
    expect(readFileSync(at('windows.yml'), 'utf8')).toBe('a: 1\r\nb: 2\r\n');
    expect(statSync(at('windows.yml')).mode & 0o777).toBe(0o660);
    expect(readFileSync(at('plans/new/plan.yaml'), 'utf8')).toBe('slug: new\n');
  });

  it('changes no file if one of them cannot be written', () => {
    writeFileSync(at('first.yml'), 'old\n');
    mkdirSync(at('folder.yml'));
    const files = ['first.yml', 'second.yml', 'folder.yml'].map((name) => {
      return { path: at(name), text: 'new\n' };
    });
    expect(writeTexts(files)).toMatchObject([
      {
        file: at('folder.yml'),
        code: 'output-unwritable',
        message: 'cannot be written: it is not a file',
      },
    ]);
    expect(readFileSync(at('first.yml'), 'utf8')).toBe('old\n');
    expect(readdirSync(folder()).sort()).toEqual(['first.yml', 'folder.yml']);
  });
});
