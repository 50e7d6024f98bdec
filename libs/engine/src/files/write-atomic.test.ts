import {
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
import { writeAtomic } from './write-atomic';

describe('writeAtomic', () => {
  const folder = useTempFolder();

  it('writes a new file and nothing beside it', () => {
    writeAtomic(join(folder(), 'a.json'), 'Größe 🔎\n', { durable: true });
    expect(readdirSync(folder())).toEqual(['a.json']);
    expect(readFileSync(join(folder(), 'a.json'), 'utf8')).toBe('Größe 🔎\n');
  });

  it('replaces a file by another one, so that a reader of the old one keeps the old text', () => {
    const path = join(folder(), 'a.json');
    writeFileSync(path, 'old');
    const { ino } = statSync(path);
    writeAtomic(path, 'new', { durable: false });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).ino).not.toBe(ino);
  });

  it('replaces a symbolic link and leaves what it points to', () => {
    const outside = join(folder(), 'outside.txt');
    const path = join(folder(), 'a.json');
    writeFileSync(outside, 'precious');
    symlinkSync(outside, path);
    writeAtomic(path, 'new', { durable: false });
    expect(() => readlinkSync(path)).toThrow('EINVAL');
    expect(readFileSync(outside, 'utf8')).toBe('precious');
  });

  it('leaves no temporary file behind when it fails', () => {
    const path = join(folder(), 'a.json');
    mkdirSync(join(path, 'full'), { recursive: true });
    expect(() => {
      writeAtomic(path, 'new', { durable: false });
    }).toThrow();
    expect(readdirSync(folder())).toEqual(['a.json']);
  });
});
