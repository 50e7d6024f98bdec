import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { OutputFolder } from './output-folder';

describe('OutputFolder', () => {
  const folder = useTempFolder();
  const at = (name: string) => join(folder(), name);
  const output = () => new OutputFolder(folder());

  describe('writing', () => {
    it('makes the folder', () => {
      expect(new OutputFolder(at('deep/er')).write('a.json', 'text')).toBe(true);
      expect(readFileSync(at('deep/er/a.json'), 'utf8')).toBe('text');
    });

    it('leaves a file with the same text alone, down to its time', () => {
      writeFileSync(at('a.json'), 'text');
      utimesSync(at('a.json'), 1000, 1000);
      const { ino } = statSync(at('a.json'));
      expect(output().write('a.json', 'text')).toBe(false);
      expect(statSync(at('a.json'))).toMatchObject({ mtimeMs: 1_000_000, ino });
    });

    it('keeps the permissions of a file', () => {
      writeFileSync(at('a.json'), 'text');
      chmodSync(at('a.json'), 0o640);
      output().write('a.json', 'other');
      expect(statSync(at('a.json')).mode & 0o777).toBe(0o640);
    });

    it('removes old temporary files of ours, and nothing else', () => {
      const old = '.a.json.0123456789abcdef.tmp';
      const names = [old, '.b.json.0123456789abcdee.tmp', '.a.json.tmp', 'notes.tmp'];
      for (const name of names) writeFileSync(at(name), '');
      for (const name of [old, '.a.json.tmp', 'notes.tmp']) utimesSync(at(name), 1000, 1000);
      output().removeLeftovers();
      expect(readdirSync(folder()).sort()).toEqual(names.slice(1).sort());
    });

    it('says that it wrote a file with another text', () => {
      writeFileSync(at('a.json'), 'text');
      expect(output().write('a.json', 'text\n')).toBe(true);
      expect(readFileSync(at('a.json'), 'utf8')).toBe('text\n');
    });
  });

  describe('reading', () => {
    it('gives the text of a file', () => {
      writeFileSync(at('a.json'), 'text');
      expect(output().read('a.json')).toBe('text');
    });

    it('finds no text in a link, a folder, a pipe or nothing, and tells nothing from the rest', () => {
      writeFileSync(at('real.json'), 'text');
      symlinkSync(at('real.json'), at('link.json'));
      symlinkSync(at('nowhere'), at('dangling.json'));
      mkdirSync(at('folder.json'));
      execFileSync('mkfifo', [at('pipe.json')]);
      const names = ['link.json', 'dangling.json', 'folder.json', 'pipe.json', 'none.json'];
      expect(names.map((name) => output().read(name))).toEqual(Array(5).fill(undefined));
      expect(names.map((name) => output().has(name))).toEqual([true, true, true, true, false]);
    });

    it('finds nothing where the folder is a file', () => {
      writeFileSync(at('file'), '');
      expect(new OutputFolder(at('file')).has('a.json')).toBe(false);
      expect(new OutputFolder(at('file')).dashboardNames()).toEqual([]);
    });
  });

  describe('obstacles', () => {
    it('are everything but files and nothing', () => {
      writeFileSync(at('a.json'), 'text');
      symlinkSync(at('a.json'), at('link.json'));
      mkdirSync(at('folder.json'));
      execFileSync('mkfifo', [at('pipe.json')]);
      const names = ['a.json', 'none.json', 'link.json', 'folder.json', 'pipe.json'];
      expect(output().obstacles(names)).toEqual(
        [
          ['link.json', 'is a symbolic link'],
          ['folder.json', 'is a folder'],
          ['pipe.json', 'is not a file'],
        ].map(([name, what]) => ({
          file: at(name!),
          line: 0,
          column: 0,
          code: 'output-not-a-file',
          severity: 'error',
          message: `${what}; remove it, generation writes only plain files here`,
        })),
      );
    });

    it('are a file or a dangling link in the place of the folder, and a file above it', () => {
      writeFileSync(at('file'), '');
      symlinkSync(at('nowhere'), at('dangling'));
      const messages = [at('file'), at('dangling'), at('file/below')].map(
        (path) => new OutputFolder(path).obstacles(['a.json'])[0]?.message,
      );
      const remedy = 'name a folder (it is created if missing)';
      expect(messages).toEqual([
        `is not a folder; ${remedy}`,
        `cannot be used as a folder: there is no such file or folder; ${remedy}`,
        `cannot be used as a folder: a part of the path is not a folder; ${remedy}`,
      ]);
    });

    it('are not a folder that is yet to be made, or a link to a folder', () => {
      mkdirSync(at('real'));
      symlinkSync(at('real'), at('link'));
      expect(new OutputFolder(at('new/folder')).obstacles(['a.json'])).toEqual([]);
      expect(new OutputFolder(at('link')).obstacles(['a.json'])).toEqual([]);
    });
  });

  describe('remove', () => {
    it('can be removed twice', () => {
      writeFileSync(at('ant.json'), '{}');
      output().remove('ant.json');
      output().remove('ant.json');
      expect(existsSync(at('ant.json'))).toBe(false);
      expect(readdirSync(folder())).toEqual([]);
    });
  });
});
