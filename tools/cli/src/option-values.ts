import { InvalidArgumentError } from 'commander';

/** Reads the path of an option; an empty one, as an unset variable leaves it, is refused. */
export function parsePath(path: string): string {
  if (path.trim() === '') throw new InvalidArgumentError('It is empty; name a path.');
  return path;
}

/** Reads a list of names, split at its commas; one that names nothing is refused. */
export function parseNames(list: string): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) {
    throw new InvalidArgumentError('It names nothing; write names with commas between them.');
  }
  return names;
}
