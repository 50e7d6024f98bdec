import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { placelessProblem, type Problem } from '@g6/problems';

/** The largest input that is read. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** A text, or the problem that kept it from being read. */
export type TextReading =
  | { readonly text: string; readonly problem?: never }
  | { readonly problem: Problem; readonly text?: never };

/** The path that stands for standard input, and its name in problems. */
export const STANDARD_INPUT = '<stdin>';

/**
 * Reads an input file, or standard input if the path is `STANDARD_INPUT`; what cannot be read is a
 * problem, not an exception.
 */
export function readText(path: string): TextReading {
  try {
    const bytes = readInput(path, LARGEST_FILE);
    if (bytes === 'not a file') {
      const message = 'cannot be read: it is a pipe, a socket or a device, not a file';
      return { problem: placelessProblem(path, 'file-unreadable', message) };
    }
    if (bytes === 'too large') {
      const message = 'the file has more than 32 MiB, the most that is read';
      return { problem: placelessProblem(path, 'file-too-large', message) };
    }
    if (!isUtf8(bytes)) {
      const message = `the file is ${encodingOf(bytes)}; save it as UTF-8 text`;
      return { problem: placelessProblem(path, 'file-unreadable', message) };
    }
    if (bytes.includes(0)) {
      const message =
        'the file has NUL bytes, as UTF-16 and binary files do; save it as UTF-8 text';
      return { problem: placelessProblem(path, 'file-unreadable', message) };
    }
    return { text: bytes.toString('utf8') };
  } catch (error) {
    return {
      problem: placelessProblem(path, 'file-unreadable', `cannot be read: ${reasonOf(error)}`),
    };
  }
}

/** What bytes are that are not UTF-8: UTF-16 says so by its first character. */
function encodingOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  return mark === 'fffe' || mark === 'feff' ? 'UTF-16' : 'not UTF-8';
}

/**
 * The bytes of a file, or of standard input if the path is `STANDARD_INPUT`, if there are no more than
 * `most`. Throws what the system says.
 */
export function readInput(path: string, most: number): Buffer | 'not a file' | 'too large' {
  return path === STANDARD_INPUT ? readStandardInput(most) : readBytes(path, most);
}

/**
 * The bytes of a file, if it has no more than `most`. Only files are read: a device may have bytes
 * without end and claims a size of 0, and opening a pipe would wait for whoever writes to it.
 * Throws what the system says.
 */
export function readBytes(path: string, most: number): Buffer | 'not a file' | 'too large' {
  // Windows has no such flag, and no pipes among its files.
  const nonBlocking = (constants as { readonly O_NONBLOCK?: number }).O_NONBLOCK ?? 0;
  const file = openSync(path, constants.O_RDONLY | nonBlocking);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (!stat.isFile()) return 'not a file';
    // The size is a hint: a file may grow, and those below /proc have none.
    if (stat.size > most) return 'too large';
    const chunks: Buffer[] = [];
    let total = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunks.length === 0 ? stat.size + 1 : CHUNK);
      const count = readSync(file, chunk, 0, chunk.length, null);
      if (count === 0) break;
      total += count;
      if (total > most) return 'too large';
      chunks.push(chunk.subarray(0, count));
    }
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, total);
  } finally {
    closeSync(file);
  }
}

const CHUNK = 1024 * 1024;
/** How long to wait for more input at a time, in milliseconds. */
const PAUSE = 10;

/** The bytes of standard input up to its end, if there are no more than `most`. */
function readStandardInput(most: number): Buffer | 'too large' {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const count = readAvailable(chunk);
    if (count === 0) return Buffer.concat(chunks, total);
    total += count;
    if (total > most) return 'too large';
    chunks.push(chunk.subarray(0, count));
  }
}

/** Reads what standard input has, at least one byte unless it ended. */
function readAvailable(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows reports the end of a pipe as an error.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // Whoever started us made it non-blocking.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'something else has this name',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not grow that large',
  EROFS: 'the file system is read-only',
  EPERM: 'the system does not allow it',
  EBUSY: 'something else uses it',
  EMFILE: 'too many files are open',
};

/** Says why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}
