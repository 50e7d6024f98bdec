import { placeOf, type Lint } from '../lint';

/** The summary is the line that a message and the table of alerts show. */
export const alertSummaryMissing: Lint = {
  name: 'alert-summary-missing',
  severity: 'warning',
  description: 'An alert describes the problem in its `summary`.',
  check: ({ metrics }) =>
    metrics
      .flatMap(({ alerts }) => alerts)
      .filter((alert) => alert.summary === undefined || alert.summary.trim() === '')
      .map((alert) => ({
        place: placeOf(alert.ref),
        message: `the alert "${alert.name}" has no summary`,
      })),
};
