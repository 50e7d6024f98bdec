import { placeOf, type Lint } from '../lint';

/** Whoever is woken by an alert looks for its metric on a dashboard first. */
export const alertUnseen: Lint = {
  name: 'alert-unseen',
  severity: 'warning',
  description: 'At least one dashboard shows the metric of an alert.',
  check: ({ metrics, shown }) =>
    metrics
      .filter(({ name }) => !shown.has(name))
      .flatMap((metric) =>
        metric.alerts.map((alert) => ({
          place: placeOf(alert.ref),
          message: `the alert "${alert.name}" watches "${metric.name}", which no dashboard shows`,
          hint: `add the family "${metric.family}" to a plan`,
        })),
      ),
};
