import type { Family, Metric, SpecFile } from '@g6/model';
import type { Problem } from '@g6/problems';
import { type Addition, appendToYaml, noted, readYaml, type YamlRef } from '@g6/yaml';
import { type SpecTarget, withoutSlash, type WrittenFile } from './import-options';
import { withoutUndefined } from './metric-entry';

/** A family that the spec does not have yet. */
export interface NewFamily {
  readonly name: string;
  readonly guess?: string | undefined;
  readonly owner?: unknown;
}

interface Entry {
  readonly note: string | undefined;
  readonly owner: unknown;
  readonly lists: Map<string, unknown[]>;
}

/** The start of a spec file that gets families, and one that gets none. */
const SPEC_START = 'version: 1\nfamilies:\n';
const EMPTY_SPEC = 'version: 1\nfamilies: {}\n';

/** Collects what is added to a spec, and turns it into texts in which everything else stays. */
export class SpecDraft {
  private readonly fresh = new Map<string, Entry>();
  private readonly keys: Record<string, unknown> = {};
  private external: readonly string[] = [];
  private externalFile: string | undefined;
  /** Items by the text, the mapping and the list that they go to. */
  private readonly items = new Map<string, { ref: YamlRef; list: string; items: unknown[] }>();

  constructor(
    private readonly files: readonly SpecFile[],
    private readonly families: readonly Family[],
    private readonly target: SpecTarget,
  ) {}

  /** Adds an item to a list of a family, which is made if the spec does not have it. */
  addToFamily({ name, guess, owner }: NewFamily, list: string, item: unknown): void {
    const known = this.families.find((family) => family.name === name);
    if (known) {
      this.addTo(known.ref, list, item);
      return;
    }
    let entry = this.fresh.get(name);
    if (!entry) this.fresh.set(name, (entry = { note: guess, owner, lists: new Map() }));
    const items = entry.lists.get(list);
    if (items) items.push(item);
    else entry.lists.set(list, [item]);
  }

  /** Adds a key to the spec itself. */
  addToSpec(key: string, value: unknown): void {
    this.keys[key] = value;
  }

  /** Adds names of series that are defined elsewhere, to the file that lists such names already. */
  addExternal(names: readonly string[]): void {
    this.external = names;
  }

  /** Adds an item to a list of a metric of the spec. */
  addToMetric({ ref }: Metric, list: string, item: unknown): void {
    this.addTo(ref, list, item);
  }

  private addTo(ref: YamlRef, list: string, item: unknown): void {
    const key = JSON.stringify([ref.file.path, ref.path, list]);
    const known = this.items.get(key);
    if (known) known.items.push(item);
    else this.items.set(key, { ref, list, items: [item] });
  }

  /** The texts that change, or the problem of one whose form cannot be extended. */
  finish(): { files: readonly WrittenFile[]; problems: readonly Problem[] } {
    const written: WrittenFile[] = [];
    const problems: Problem[] = [];
    const fresh = this.newFiles();
    const all = [...this.files, ...fresh];
    this.externalFile = (all.find(listsExternal) ?? all[0])?.path;
    for (const file of all) {
      const { path, text } = file;
      const steps = this.stepsOf(path, file === all[0]);
      // A new file is written even if nothing goes into it: plans need a spec.
      if (steps.length === 0 && !fresh.includes(file)) continue;
      const result = steps.reduce<string | undefined>(
        (sofar, additions) => (sofar === undefined ? sofar : appendToYaml(sofar, additions)),
        text,
      );
      if (result === undefined) problems.push(notExtendable(path));
      else written.push({ path, before: fresh.includes(file) ? undefined : text, text: result });
    }
    return { files: written, problems };
  }

  /** What is added to a text, in steps: new families may end where the last family ends. */
  private stepsOf(path: string, isFirst: boolean): Addition[][] {
    const families = this.familiesOf(path);
    const hasKeys = isFirst && Object.keys(this.keys).length > 0;
    return [
      this.additionsTo(path),
      families === undefined ? [] : [{ owner: ['families'], entries: families }],
      hasKeys ? [{ owner: [], entries: this.keys }] : [],
      this.external.length > 0 && path === this.externalFile
        ? [{ owner: [], list: 'external_metrics', items: this.external }]
        : [],
    ].filter((step) => step.length > 0);
  }

  private newFiles(): SpecFile[] {
    const known = new Set(this.files.map(({ path }) => path));
    const paths = new Set([...this.fresh.keys()].map((family) => this.fileOf(family)));
    if (this.files.length === 0 && paths.size === 0) {
      return [{ path: this.fileOf('base'), text: EMPTY_SPEC }];
    }
    return [...paths]
      .filter((path) => !known.has(path))
      .map((path) => ({ path, text: SPEC_START }));
  }

  /** The file of a new family. */
  private fileOf(family: string): string {
    const { path, isFolder } = this.target;
    return isFolder ? `${withoutSlash(path)}/${family}.yml` : path;
  }

  private additionsTo(path: string): Addition[] {
    return [...this.items.values()]
      .filter(({ ref }) => ref.file.path === path)
      .map(({ ref, list, items }) => ({ owner: ref.path, list, items }));
  }

  private familiesOf(path: string): Record<string, unknown> | undefined {
    const families = [...this.fresh].filter(([name]) => this.fileOf(name) === path);
    if (families.length === 0) return undefined;
    return Object.fromEntries(
      families.map(([name, { note, owner, lists }]) => [
        name,
        noted(withoutUndefined({ owner, ...Object.fromEntries(lists) }), note),
      ]),
    );
  }
}

function listsExternal({ path, text }: SpecFile): boolean {
  const value = text.includes('external_metrics')
    ? readYaml({ path, text }).file?.value
    : undefined;
  return typeof value === 'object' && value !== null && 'external_metrics' in value;
}

function notExtendable(file: string): Problem {
  return {
    ...{ file, line: 0, column: 0, code: 'spec-form', severity: 'error' },
    message: 'the file is written in a form that cannot be extended safely',
    hint: 'aliases, anchors and tags are the usual causes; import into another file',
  };
}
