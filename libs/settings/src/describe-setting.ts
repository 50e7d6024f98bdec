import type { Field, Setting } from './setting';

/** Describes a setting in a sentence: what it means, and its default. */
export function describeSetting(setting: Field | Setting): string {
  const nx = 'becomes' in setting && setting.becomes === 'project' ? 'Nx: ' : '';
  const meaning = nx === '' ? capitalized(setting.meaning) : setting.meaning;
  const byDefault = describeDefault(setting);
  return `${nx}${meaning}${byDefault === undefined ? '' : `; default ${byDefault}`}.`;
}

/** The default of a setting in words; undefined for a group, whose fields have their own. */
export function describeDefault(field: Field): string | undefined {
  if (field.defaultMeaning !== undefined) return field.defaultMeaning;
  if (field.kind === 'group') return undefined;
  if (field.kind === 'list') return field.default.length > 0 ? field.default.join(', ') : undefined;
  return String(field.default);
}

/** A text with a capital letter first. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
