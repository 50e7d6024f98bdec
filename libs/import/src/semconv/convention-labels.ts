import type { RawPart } from '../documents/raw-part';
import { scalarText } from '../documents/raw-part';
import { MOST_VALUES } from '../found-metric';
import type { ProblemList } from '../problem-list';
import {
  type ConventionLabel,
  type Deprecation,
  type Naming,
  REQUIREMENTS,
  type Requirement,
} from './found-convention';
import { prometheusLabel } from './prometheus-names';
import type { UsedAttribute } from './resolve-attributes';

/**
 * The attributes of a metric as labels. A template, which stands for many attributes, is none.
 * Two attributes that Prometheus would give one name are a problem, and the first is used.
 */
export function conventionLabels(
  attributes: readonly UsedAttribute[],
  naming: Naming,
  list: ProblemList,
): ConventionLabel[] {
  const labels = new Map<string, ConventionLabel>();
  for (const used of attributes) {
    const type = first(used, 'type');
    if (typeof type?.value === 'string' && type.value.startsWith('template')) continue;
    const label = readLabel(used, naming);
    const other = labels.get(label.name);
    if (other && used.parts[0]) {
      const message = `"${label.otelName}" and "${other.otelName}" are both the label "${label.name}" in Prometheus`;
      list.add(used.parts[0].place, { code: 'import-conflict', message });
    }
    if (!other) labels.set(label.name, label);
  }
  return [...labels.values()];
}

function readLabel(used: UsedAttribute, naming: Naming): ConventionLabel {
  const type = first(used, 'type');
  const help = oneLine(textOf(first(used, 'brief')));
  const { requirement, condition } = requirementOf(first(used, 'requirement_level'));
  const stability = textOf(first(used, 'stability'));
  const deprecated = deprecationOf(first(used, 'deprecated'));
  return {
    name: naming === 'otel' ? used.name : prometheusLabel(used.name),
    otelName: used.name,
    ...valuesOf(type),
    ...(help === undefined ? {} : { help }),
    requirement,
    ...(condition === undefined ? {} : { condition }),
    ...(stability === undefined ? {} : { stability }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
}

/** The value of a key in the nearest part that has it. */
function first({ parts }: UsedAttribute, key: string): RawPart | undefined {
  return parts.map((part) => part.at(key)).find(({ isPresent }) => isPresent);
}

function textOf(part: RawPart | undefined): string | undefined {
  return typeof part?.value === 'string' ? part.value : undefined;
}

/** The values of an enumeration that are in use, and of a boolean. */
function valuesOf(type: RawPart | undefined): { values: readonly string[]; complete: boolean } {
  if (type?.value === 'boolean') return { values: ['false', 'true'], complete: true };
  const members = type?.items('members') ?? [];
  const values = members
    .filter((member) => !member.at('deprecated').isPresent)
    .flatMap((member) => scalarText(member.at('value').value) ?? member.text('id') ?? []);
  const isOpen = type?.flag('allow_custom_values') === true || values.includes('_OTHER');
  return {
    values: [...new Set(values)].slice(0, MOST_VALUES),
    complete: values.length > 0 && values.length <= MOST_VALUES && !isOpen,
  };
}

function requirementOf(level: RawPart | undefined): {
  requirement: Requirement;
  condition?: string;
} {
  const name = textOf(level);
  const [entry] = level?.entries ?? [];
  const wanted = name ?? entry?.[0];
  const requirement = REQUIREMENTS.find((known) => known === wanted) ?? 'recommended';
  const condition = oneLine(textOf(entry?.[1]));
  return condition === undefined ? { requirement } : { requirement, condition };
}

/** Reads `deprecated`, which is a text, or a mapping with a reason. */
export function deprecationOf(part: RawPart | undefined): Deprecation | undefined {
  if (!part?.isPresent) return undefined;
  const note = oneLine(textOf(part) ?? part.text('note'));
  const renamedTo = part.text('renamed_to');
  return {
    ...(renamedTo === undefined ? {} : { renamedTo }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A text without the line breaks that YAML left in it; undefined if nothing is left. */
export function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}
