import { deprecatedMetrics, deprecatedUses, isOverdue } from '../deprecated-uses';
import { placeOf, type Lint } from '../lint';

/** A date that nobody keeps is worth nothing. */
export const metricOverdue: Lint = {
  name: 'metric-overdue',
  severity: 'error',
  description: 'After its `remove_after`, a deprecated metric is gone, and nothing uses it.',
  check: (subject) => [
    ...deprecatedMetrics(subject)
      .filter(({ deprecated }) => isOverdue(deprecated, subject.today))
      .map(({ metric, deprecated }) => ({
        place: placeOf(deprecated.ref, 'remove_after'),
        message: `"${metric.name}" was to go after ${deprecated.removeAfter ?? ''}`,
        hint: 'remove the metric, or set another date',
      })),
    ...deprecatedUses(subject, (deprecated) => isOverdue(deprecated, subject.today)),
  ],
};
