import { EXIT, type ExitStatus } from '@g6/problems';
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
export function describeSystemFailure(error: unknown): SystemFailure | undefined {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const attempt = ATTEMPTS[syscall] ?? `used (${syscall})`;
  const reason = `${reasonOf(error)} [${code}]`;
  const text =
    path === undefined ? `${syscall}: ${reason}` : `${path} cannot be ${attempt}: ${reason}`;
  const remedy = REMEDIES[code];
  if (remedy === undefined) return { text, status: EXIT.failure };
  return { text: `${text}; ${remedy}`, status: EXIT.unusableInput };
}

/** A refusal of the operating system, and the status to exit with. */
export interface SystemFailure {
  readonly text: string;
  readonly status: ExitStatus;
}

/** Remedies for refusals that are not the fault of the program. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'run as a user who may, change its permissions, or choose another folder',
  EPERM: 'run as a user who may, change its permissions, or choose another folder',
  EROFS: 'choose a folder that can be written',
  ENOTDIR: 'move the file that is in the way, or choose another folder',
};
