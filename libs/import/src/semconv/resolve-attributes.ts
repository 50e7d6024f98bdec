import type { RawPart } from '../documents/raw-part';
import type { ProblemList } from '../problem-list';
import type { Registry } from './registry';

/** An attribute of a group: its definition, and what the group says otherwise of it. */
export interface UsedAttribute {
  readonly name: string;
  /** The parts that describe it: the groups on the way, nearest first, then the definition. */
  readonly parts: readonly RawPart[];
}

/** How many groups may extend each other. */
const LONGEST_CHAIN = 50;

/** Follows `extends` and references to attributes and groups; each broken one is reported once. */
export class AttributeResolver {
  private readonly known = new Map<string, readonly UsedAttribute[]>();
  private readonly reported = new Set<string>();

  constructor(
    private readonly registry: Registry,
    private readonly list: ProblemList,
  ) {}

  /** The attributes of a group, inherited ones first. */
  attributesOf(group: RawPart, chain: readonly string[] = []): readonly UsedAttribute[] {
    const merged = new Map<string, UsedAttribute>();
    const take = ({ name, parts }: UsedAttribute, nearest: boolean) => {
      const before = merged.get(name)?.parts ?? [];
      const all = nearest ? [...parts.filter((part) => !before.includes(part)), ...before] : parts;
      merged.set(name, { name, parts: all });
    };
    const base = group.text('extends');
    if (base !== undefined) {
      for (const used of this.ofGroup(base, group.at('extends'), chain)) take(used, false);
    }
    const prefix = group.text('prefix');
    for (const attribute of group.items('attributes')) {
      const other = attribute.text('ref_group');
      if (other !== undefined) {
        for (const used of this.ofGroup(other, attribute, chain)) take(used, false);
        continue;
      }
      const used = this.use(attribute, prefix);
      if (used) take(used, true);
    }
    return [...merged.values()];
  }

  /** The attributes of the group of an id. */
  private ofGroup(id: string, from: RawPart, chain: readonly string[]): readonly UsedAttribute[] {
    const known = this.known.get(id);
    if (known) return known;
    if (chain.includes(id)) {
      this.report(from, `circle ${id}`, `the group "${id}" extends itself`);
      return [];
    }
    const group = this.registry.groups.get(id);
    if (!group) {
      this.report(from, `group ${id}`, `the group "${id}" is in none of the files`);
      return [];
    }
    if (chain.length >= LONGEST_CHAIN) {
      this.report(from, `chain ${id}`, `more than ${LONGEST_CHAIN} groups extend each other here`);
      return [];
    }
    const attributes = this.attributesOf(group, [...chain, id]);
    this.known.set(id, attributes);
    return attributes;
  }

  private use(attribute: RawPart, prefix: string | undefined): UsedAttribute | undefined {
    const id = attribute.text('id');
    if (id !== undefined) {
      return { name: prefix === undefined ? id : `${prefix}.${id}`, parts: [attribute] };
    }
    const ref = attribute.text('ref');
    if (ref === undefined) {
      const message = 'an attribute must have an "id" or a "ref"';
      this.list.add(attribute.place, { code: 'import-unreadable', message });
      return undefined;
    }
    const definition = this.registry.attributes.get(ref);
    if (!definition) {
      this.report(attribute, `attribute ${ref}`, `the attribute "${ref}" is in none of the files`);
    }
    return { name: ref, parts: definition ? [attribute, definition] : [attribute] };
  }

  private report(at: RawPart, key: string, message: string): void {
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.list.add(at.place, { code: 'import-reference', message });
  }
}
