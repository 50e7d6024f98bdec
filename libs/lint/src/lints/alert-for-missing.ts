import { placeOf, type Lint } from '../lint';

/** Without a time to hold, a single bad sample wakes somebody. */
export const alertForMissing: Lint = {
  name: 'alert-for-missing',
  severity: 'warning',
  description: 'An alert specifies in `for` how long its expression must hold.',
  check: ({ metrics }) =>
    metrics
      .flatMap(({ alerts }) => alerts)
      .filter((alert) => alert.for === undefined || alert.for.trim() === '')
      .map((alert) => ({
        place: placeOf(alert.ref),
        message: `the alert "${alert.name}" has no "for"`,
      })),
};
