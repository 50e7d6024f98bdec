import { didYouMean } from '@g6/problems';
import type { Lint } from '../lint';

/** An exception without a reason cannot be judged by anyone who comes later. */
export const invalidException: Lint = {
  name: 'invalid-exception',
  severity: 'error',
  description: 'An exception names an existing lint and a reason.',
  check: ({ exceptions, exceptable, exceptableElsewhere }) => {
    const known = [...exceptable, ...exceptableElsewhere];
    return exceptions.flatMap(({ lint, position, fault }) => {
      const unknown = lint !== '' && !known.includes(lint);
      const message = unknown ? `there is no lint "${lint}" to be excepted from` : fault;
      if (message === undefined) return [];
      const hint = unknown ? didYouMean(lint, known) : undefined;
      return [{ place: { position }, message, hint }];
    });
  },
};
