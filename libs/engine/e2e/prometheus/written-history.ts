import { exposed } from './exposition';

/** A series that a test writes, from one moment to another in seconds. */
export interface WrittenSeries {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  /** Its value by its age in seconds. */
  readonly valueAt: (age: number) => number;
}

/** Seconds between two samples. */
export const WRITTEN_STEP = 30;

/** The series as OpenMetrics text, ready for backfilling. */
export function writtenHistory(series: readonly WrittenSeries[]): string {
  const lines: string[] = [];
  for (const { name, labels = {}, from, to, valueAt } of series) {
    const spelled = exposed(name, labels);
    for (let time = from; time <= to; time += WRITTEN_STEP) {
      lines.push(`${spelled} ${valueAt(time - from)} ${time}`);
    }
  }
  return `${lines.join('\n')}\n# EOF\n`;
}
