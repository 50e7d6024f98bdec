import type { Position } from '@g6/problems';

/** A mistake in the code of a profile, with its place there if that is known. */
export class ProfileFailure extends Error {
  constructor(
    message: string,
    readonly at?: Position,
  ) {
    super(message);
  }
}
