import { loadBasis, type BasisReading, type RunRequest } from '@g6/dashboards';

/** Loads each spec once, however many tasks of a batch are generated from it. */
export class BasisCache {
  private readonly loaded = new Map<string, BasisReading>();

  /** The catalogue that a request is generated from. */
  get({ spec, options }: RunRequest): BasisReading {
    const key = JSON.stringify([spec.spec, spec.efficiency, options.unitInference]);
    const known = this.loaded.get(key);
    if (known) return known;
    const reading = loadBasis(spec, options.unitInference);
    this.loaded.set(key, reading);
    return reading;
  }
}
