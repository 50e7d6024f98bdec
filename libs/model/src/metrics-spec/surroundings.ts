import type { Problem } from '@g6/problems';
import { RawValue, type YamlFile } from '@g6/yaml';
import type { Spec } from './spec';

/** Collects what the files of a spec say of the world around its metrics. */
export class Surroundings {
  private targetLabels: readonly string[] | undefined;
  private place: string | undefined;
  private readonly external = new Set<string>();

  /** Reads one file. Target labels hold for all files, so one of them names them. */
  read(file: YamlFile): Problem[] {
    const root = new RawValue(file.value, []);
    for (const name of root.texts('external_metrics') ?? []) this.external.add(name);
    const labels = root.texts('target_labels');
    if (labels === undefined) return [];
    const at = file.locateKey(['target_labels']);
    if (this.place !== undefined) {
      const message = `target_labels hold for the whole spec and are set already at ${this.place}`;
      return [{ ...at, code: 'wrong-value', severity: 'error', message }];
    }
    this.place = `${at.file}:${at.line}:${at.column}`;
    this.targetLabels = labels;
    return [];
  }

  /** What was read. */
  get known(): Pick<Spec, 'targetLabels' | 'externalMetrics'> {
    return {
      ...(this.targetLabels === undefined ? {} : { targetLabels: this.targetLabels }),
      ...(this.external.size === 0 ? {} : { externalMetrics: [...this.external] }),
    };
  }
}
