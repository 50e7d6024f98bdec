import type { Lint } from '../lint';

/** An exception that nothing needs any more would hide the next mistake. */
export const unusedException: Lint = {
  name: 'unused-exception',
  severity: 'warning',
  description: 'Every exception is necessary.',
  check: ({ exceptions, exceptable }) =>
    exceptions
      .filter(({ lint, fault, used }) => !used && fault === undefined && exceptable.includes(lint))
      .map(({ lint, position }) => ({
        place: { position },
        message: `the exception from "${lint}" is not needed; it finds nothing here`,
        hint: 'remove it',
      })),
};
