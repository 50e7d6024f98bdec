import { reasonOf } from './read-text';

/** The attempt that the system refused, by the name of the call. */
const ATTEMPTS: Record<string, string> = {
  open: 'written or read',
  write: 'written',
  fsync: 'written',
  mkdir: 'created',
  rename: 'put in place',
  unlink: 'removed',
  rm: 'removed',
  scandir: 'listed',
};

/**
 * Says in one line what the operating system refused, where and why; undefined for any other error,
 * which is a bug and worth its stack trace.
 */
export function describeSystemFailure(error: unknown): string | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const attempt = ATTEMPTS[syscall] ?? `used (${syscall})`;
  const reason = `${reasonOf(error)} [${code}]`;
  return path === undefined ? `${syscall}: ${reason}` : `${path} cannot be ${attempt}: ${reason}`;
}
