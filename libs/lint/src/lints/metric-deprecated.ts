import { deprecatedUses, isOverdue } from '../deprecated-uses';
import type { Lint } from '../lint';

/** Whoever still reads a metric that is on its way out loses data when it goes. */
export const metricDeprecated: Lint = {
  name: 'metric-deprecated',
  severity: 'warning',
  description: 'Panels, alerts and rules of others do not use a deprecated metric.',
  check: (subject) =>
    deprecatedUses(subject, (deprecated) => !isOverdue(deprecated, subject.today)),
};
