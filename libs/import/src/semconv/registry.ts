import type { RawPart } from '../documents/raw-part';
import type { ProblemList } from '../problem-list';

/** The attributes, groups and metrics of registry files, before references are followed. */
export class Registry {
  /** Definitions of attributes, by their full names. */
  readonly attributes = new Map<string, RawPart>();
  /** Groups that others may extend, by their ids. */
  readonly groups = new Map<string, RawPart>();
  readonly metrics: RawPart[] = [];

  /** Takes the groups of one file, or the sections of a file of the second format. */
  add(file: RawPart, list: ProblemList): void {
    const sections = ['attributes', 'attribute_groups', 'metrics'];
    const groups = file.at('groups');
    if (!groups.isPresent && !sections.some((section) => file.at(section).isPresent)) {
      // Entities, events and the manifest of a registry have nothing for metrics.
      const others = ['imports', 'entities', 'events', 'spans', 'name', 'file_format'];
      if (file.isMapping && others.some((key) => file.at(key).isPresent)) return;
      const message = 'this holds no "groups" of semantic conventions';
      list.add(file.place, { code: 'import-unreadable', message });
      return;
    }
    for (const group of groups.list) this.addGroup(group, list);
    for (const attribute of file.items('attributes')) this.define(attribute, 'key', '', list);
    for (const group of file.items('attribute_groups')) this.addGroup(group, list);
    for (const metric of file.items('metrics')) this.addMetric(metric, 'name', list);
  }

  private addGroup(group: RawPart, list: ProblemList): void {
    const id = group.text('id');
    if (id === undefined || id === '') {
      list.add(group.place, { code: 'import-unreadable', message: 'a group must have an "id"' });
      return;
    }
    const known = this.groups.get(id);
    if (known) {
      const message = `the group "${id}" is defined twice; see ${known.place.file}:${known.place.line}`;
      list.add(group.place, { code: 'import-conflict', message });
      return;
    }
    this.groups.set(id, group);
    const prefix = group.text('prefix');
    for (const attribute of group.items('attributes')) {
      this.define(attribute, 'id', prefix === undefined ? '' : `${prefix}.`, list);
    }
    if (group.text('type') === 'metric') this.addMetric(group, 'metric_name', list);
  }

  private addMetric(metric: RawPart, key: string, list: ProblemList): void {
    const name = metric.text(key);
    if (name === undefined || name === '') {
      const message = `a metric must have a "${key}"`;
      list.add(metric.place, { code: 'import-unreadable', message });
      return;
    }
    this.metrics.push(metric);
  }

  /** Keeps an attribute that is defined here; a mere reference has no name of its own. */
  private define(attribute: RawPart, key: string, prefix: string, list: ProblemList): void {
    const name = attribute.text(key);
    if (name === undefined || name === '') return;
    const known = this.attributes.get(prefix + name);
    if (known) {
      const { file, line } = known.place;
      const message = `the attribute "${prefix + name}" is defined twice; see ${file}:${line}`;
      list.add(attribute.place, { code: 'import-conflict', message });
      return;
    }
    this.attributes.set(prefix + name, attribute);
  }
}
