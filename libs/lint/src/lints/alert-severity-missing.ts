import { placeOf, type Lint } from '../lint';

/** The severity decides whom an alert reaches, and how it is coloured on a dashboard. */
export const alertSeverityMissing: Lint = {
  name: 'alert-severity-missing',
  severity: 'warning',
  description: 'An alert has a `severity`.',
  check: ({ metrics }) =>
    metrics
      .flatMap(({ alerts }) => alerts)
      .filter((alert) => alert.severity === undefined || alert.severity.trim() === '')
      .map((alert) => ({
        place: placeOf(alert.ref),
        message: `the alert "${alert.name}" has no severity`,
      })),
};
