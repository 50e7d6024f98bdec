import { selectMetric, selectSeries, type LabelMatcher } from '@g6/promql';
import {
  type ApiFailure,
  type Ask,
  instantQuery,
  labelNames,
  labelValues,
  rangeQuery,
  readMatrix,
  readNames,
  readVector,
  type Reading,
  type Sample,
  type TimeSpan,
} from '@g6/prometheus-api';
import type { CheckOptions } from './panel-queries';

/** When series of a selector were there: seconds since 1970. */
export interface Presence {
  readonly first: number;
  readonly last: number;
}

/** Says that the server did not answer a question; caught where a finding depends on it. */
export class Unanswered extends Error {
  constructor(readonly failure: ApiFailure) {
    super(failure.message);
  }
}

/** The data of a reading; throws `Unanswered` if there is none. */
export function answered<Data>({ data, failure }: Reading<Data>): Data {
  if (failure) throw new Unanswered(failure);
  return data;
}

/** What could not be found out, with the reason in the words of the server. */
export class Gaps {
  private readonly found: string[] = [];

  /** Everything that is not known, in the order of its finding. */
  get all(): readonly string[] {
    return this.found;
  }

  /** Does what depends on answers, or notes that one was missing. */
  async attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.found.push(`${what}: ${error.message}`);
    }
  }
}

/** Questions about series that several findings ask; each is asked once. */
export class ServerFacts {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(
    private readonly ask: Ask,
    readonly options: CheckOptions,
  ) {}

  /** How many series an expression has at a time, by default now. */
  async count(expr: string, time = this.options.now): Promise<number> {
    const [sample] = await this.instant(`count(${expr})`, time);
    return sample?.value ?? 0;
  }

  /** The result of an expression at a time, by default now; empty if it has none. */
  instant(expr: string, time = this.options.now): Promise<readonly Sample[]> {
    return this.once(`instant ${time} ${expr}`, async () => {
      return answered(readVector(await this.ask(instantQuery(expr, time))));
    });
  }

  /** The values that a label has on the series of a selector at a time, in order. */
  async valuesOf(label: string, selector: string, time = this.options.now): Promise<string[]> {
    const grouping = spellGrouping(label);
    const samples = await this.instant(`group by (${grouping}) (${selector})`, time);
    return samples
      .map(({ labels }) => labels[label] ?? '')
      .filter((value) => value !== '')
      .sort();
  }

  /** The names of the labels that series of a selector had within a time; more than at its end. */
  labelsWithin(selector: string, span: TimeSpan): Promise<readonly string[]> {
    return this.once(`labels ${span.start} ${span.end} ${selector}`, async () => {
      const names = answered(readNames(await this.ask(labelNames([selector], span))));
      return names.filter((name) => name !== '__name__').sort();
    });
  }

  /** The names of the metrics of the last minutes; of some the last sample may be older. */
  recentNames(): Promise<readonly string[]> {
    const { now } = this.options;
    return this.once('names', async () => {
      const span = { start: now - 600, end: now };
      return answered(readNames(await this.ask(labelValues('__name__', [], span))));
    });
  }

  /** When series of a selector were there within the lookback; undefined if never. */
  presence(selector: string): Promise<Presence | undefined> {
    return this.once(`presence ${selector}`, () => this.findPresence(selector));
  }

  private async findPresence(selector: string): Promise<Presence | undefined> {
    const { now, lookback } = this.options;
    const step = Math.max(60, Math.ceil(lookback / 1000));
    // Each point looks at everything since the one before, so that nothing falls in between.
    const seen = await this.times(`count(present_over_time(${selector}[${step}s]))`, {
      start: now - lookback,
      end: now,
      step,
    });
    const [first] = seen;
    const last = seen.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const starts = await this.times(`count(${selector})`, { ...around(first, step), step: FINE });
    const ends = await this.moments(`max(timestamp(${selector}))`, {
      ...around(last, step),
      step: FINE,
    });
    return { first: starts[0] ?? first, last: ends.at(-1) ?? last };
  }

  private async times(expr: string, span: TimeSpan & { step: number }): Promise<number[]> {
    const series = answered(readMatrix(await this.ask(rangeQuery(expr, span, span.step))));
    return series.flatMap(({ points }) => points.map(([time]) => time)).sort((a, b) => a - b);
  }

  private async moments(expr: string, span: TimeSpan & { step: number }): Promise<number[]> {
    const series = answered(readMatrix(await this.ask(rangeQuery(expr, span, span.step))));
    return series.flatMap(({ points }) => points.map(([, value]) => value)).sort((a, b) => a - b);
  }

  private once<Value>(key: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.known.get(key) as Promise<Value> | undefined;
    const found = known ?? find();
    if (!known) this.known.set(key, found);
    return found;
  }
}

/** Seconds to which the time of a sample is found. */
const FINE = 15;

function around(time: number, step: number): TimeSpan {
  return { start: time - step, end: time };
}

function spellGrouping(label: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) ? label : JSON.stringify(label);
}

/** Selects the series of any of several names. */
export function selectAny(names: readonly string[], more: readonly LabelMatcher[] = []): string {
  const [name = ''] = names;
  if (names.length === 1) return more.length === 0 ? selectMetric(name) : selectSeries(name, more);
  const escaped = names.map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const matchers = [{ label: '__name__', operator: '=~', value: escaped.join('|') }, ...more];
  return `{${matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`).join(', ')}}`;
}
