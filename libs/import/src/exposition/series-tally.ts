import { compareText, type Position } from '@g6/problems';
import { type FoundLabel, MOST_VALUES } from '../found-metric';
import type { SampleLabel } from './parse-sample';

/** A value longer than this is counted, and not kept. */
const LONGEST_VALUE = 1_024;

/** The labels that tell apart the parts of one histogram or summary. */
export type PartLabel = 'le' | 'quantile';

/** Everything that was seen of the samples of one name. */
export class SeriesTally {
  private readonly labels = new Map<string, LabelTally>();
  private readonly series = new Set<number>();
  private readonly wholes = new Set<number>();
  /** Values of `le` and of `quantile`, as they are written. */
  readonly parts = { le: new Set<string>(), quantile: new Set<string>() };
  native = false;

  constructor(
    readonly name: string,
    readonly place: Position,
  ) {}

  /** Counts one sample. */
  add(labels: readonly SampleLabel[], native: boolean): void {
    if (native) this.native = true;
    // Hashes are added up, so that the order in which labels are written makes no difference.
    let hash = 0;
    let part = 0;
    for (const { name, value } of labels) {
      const one = hashOf(name, value);
      hash = (hash + one) % HASHES;
      if (name === 'le' || name === 'quantile') {
        this.parts[name].add(value);
        part = (part + one) % HASHES;
      }
      let tally = this.labels.get(name);
      if (!tally) this.labels.set(name, (tally = new LabelTally()));
      tally.add(value);
    }
    this.series.add(hash);
    this.wholes.add((hash - part + HASHES) % HASHES);
  }

  /** How many sets of labels were seen; those that differ in a part label only count once. */
  seriesSeen(part?: PartLabel): number {
    return (part === undefined ? this.series : this.wholes).size;
  }

  /** Label names in the order in which they were first seen. */
  get labelNames(): Iterable<string> {
    return this.labels.keys();
  }

  /** The values seen of a label. */
  valuesOf(name: string): LabelTally | undefined {
    return this.labels.get(name);
  }
}

class LabelTally {
  readonly values = new Set<string>();
  complete = true;

  add(value: string): void {
    if (this.values.has(value)) return;
    if (this.values.size >= MOST_VALUES || value.length > LONGEST_VALUE) this.complete = false;
    else this.values.add(value);
  }
}

/** The labels of all tallies of one metric together, the part label left out. */
export function labelsOf(tallies: readonly SeriesTally[], part?: PartLabel): FoundLabel[] {
  const names = new Set(tallies.flatMap((tally) => [...tally.labelNames]));
  if (part !== undefined) names.delete(part);
  return [...names].map((name) => {
    const found = tallies.flatMap((tally) => tally.valuesOf(name) ?? []);
    const values = [...new Set(found.flatMap((label) => [...label.values]))].sort(compareText);
    return {
      name,
      values: values.slice(0, MOST_VALUES),
      complete: found.every(({ complete }) => complete) && values.length <= MOST_VALUES,
    };
  });
}

/** How many hashes there are; the sum of two is still an exact number. */
const HASHES = 2 ** 52;

function hashOf(name: string, value: string): number {
  const high = hashText(value, hashText(name, 0x811c9dc5)) >>> 6;
  const low = hashText(value, hashText(name, 0x01234567)) >>> 6;
  return high * 2 ** 26 + low;
}

/** FNV-1a over code units, with a mark for the end. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ 0x1ff, 0x01000193);
  return hash ^ (hash >>> 15);
}
