import { placeOf, type Lint } from '../lint';

/** The help becomes the description of every panel of the metric. */
export const helpMissing: Lint = {
  name: 'help-missing',
  severity: 'warning',
  description: 'A metric describes in `help` what it measures.',
  check: ({ metrics }) =>
    metrics
      .filter(({ help }) => help === undefined || help.trim() === '')
      .map(({ name, ref }) => ({
        place: placeOf(ref),
        message: `the metric "${name}" has no help`,
      })),
};
