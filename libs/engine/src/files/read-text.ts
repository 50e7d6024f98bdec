import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { placelessProblem, type Problem } from '@g6/problems';

/** The largest input that is read. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** A text, or the problem that kept it from being read. */
export type TextReading =
  | { readonly text: string; readonly problem?: never }
  | { readonly problem: Problem; readonly text?: never };

/** Reads an input file; what cannot be read is a problem, not an exception. */
export function readText(path: string): TextReading {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_FILE) {
      const message = `the file has ${Math.ceil(size / 1024 / 1024)} MiB; at most 32 MiB are read`;
      return { problem: placelessProblem(path, 'file-too-large', message) };
    }
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) {
      return { problem: placelessProblem(path, 'file-unreadable', 'the file is not UTF-8 text') };
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
