/** A value to print with a comment behind it. */
export class Noted {
  constructor(
    readonly value: unknown,
    readonly note: string,
  ) {}
}

/** A value with a comment; without a note, the value itself. */
export function noted(value: unknown, note: string | undefined): unknown {
  return note === undefined ? value : new Noted(value, note);
}
