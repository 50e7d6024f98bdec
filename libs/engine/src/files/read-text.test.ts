import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '../../testing/temp-folder';
import { readBytes, readText } from './read-text';

describe('readText', () => {
  const folder = useTempFolder();
  const at = (name: string) => join(folder(), name);

  it('gives the text of a file, through a link too, and of one whose size the system does not tell', () => {
    writeFileSync(at('a.yml'), 'text');
    symlinkSync(at('a.yml'), at('link.yml'));
    expect(readText(at('link.yml')).text).toBe('text');
    expect(readText('/proc/self/status').text).toContain('Name:');
  });

  it.each([
    [
      'a device without end',
      (path: string) => {
        symlinkSync('/dev/zero', path);
      },
    ],
    ['a pipe that nobody writes to', (path: string) => execFileSync('mkfifo', [path])],
  ])('reads nothing from %s', (_, make) => {
    make(at('a.yml'));
    expect(readText(at('a.yml')).problem?.message).toBe(
      'cannot be read: it is a pipe, a socket or a device, not a file',
    );
  });

  it('reads no more than the limit, whatever the size', () => {
    writeFileSync(at('large.yml'), '');
    truncateSync(at('large.yml'), 64 * 1024 * 1024);
    expect(readText(at('large.yml')).problem?.code).toBe('file-too-large');
    writeFileSync(at('small'), 'abc');
    expect(readBytes(at('small'), 2)).toBe('too large');
    expect(readBytes(at('small'), 3)).toEqual(Buffer.from('abc'));
  });

  it('says that a folder is one', () => {
    mkdirSync(at('folder.yml'));
    expect(readText(at('folder.yml')).problem?.message).toBe('cannot be read: it is a folder');
  });
});
