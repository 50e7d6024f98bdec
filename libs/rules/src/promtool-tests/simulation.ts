/** What the tests of alerts and of declared series have in common: time that passes over inputs. */
import type { CourseSeries } from '../evaluation/samples';
import { seriesText, type InputSeries } from './promtool-test';
import { trackText } from './track';

/**
 * Values in the shortest window, whose older edge Prometheus has counted in and, since version 3,
 * counts out: either way there are enough for a rate.
 */
export const WINDOW_STEPS = 5;
/** Seconds beyond windows and waiting times, until everything has settled. */
export const SETTLING = 300;
/** A longer simulation would take promtool minutes. */
const LONGEST = 7 * 3600;

/** The reason why so many seconds cannot be simulated; undefined if they can. */
export function tooLong(seconds: number): string | undefined {
  if (seconds <= LONGEST) return undefined;
  return `it looks back ${Math.round(seconds / 3600)}h, too long to simulate`;
}

/** Courses as promtool reads them: values a step apart, so many after the first. */
export function courseInputs(
  courses: readonly CourseSeries[],
  step: number,
  steps: number,
): InputSeries[] {
  return courses.map(({ name, labels, rises, value }) => ({
    series: seriesText(name, labels),
    values: trackText({
      start: rises ? 0 : value,
      pieces: [{ steps, slope: rises ? value * step : 0 }],
    }),
  }));
}
