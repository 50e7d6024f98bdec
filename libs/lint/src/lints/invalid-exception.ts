import { didYouMean } from '@g6/problems';
import type { Lint } from '../lint';

/** An exception without a reason cannot be judged by anyone who comes later. */
export const invalidException: Lint = {
  name: 'invalid-exception',
  severity: 'error',
  description: 'An exception names an existing lint and a reason.',
  check: ({ exceptions, exceptable }) =>
    exceptions.flatMap(({ lint, position, fault }) => {
      const unknown = lint !== '' && !exceptable.includes(lint);
      const message = unknown ? `there is no lint "${lint}" to be excepted from` : fault;
      if (message === undefined) return [];
      const hint = unknown ? didYouMean(lint, exceptable) : undefined;
      return [{ place: { position }, message, hint }];
    }),
};
