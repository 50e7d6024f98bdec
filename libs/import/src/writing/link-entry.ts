import { type JsonObject, textOf } from '../dashboards/json-values';
import { withoutUndefined } from './metric-entry';

/** The icon of a link that says no other. */
const USUAL_ICON = 'external link';

/** A link in the header of a dashboard as a plan has it; none for a link that leads nowhere. */
export function linkEntry(link: JsonObject): Record<string, unknown>[] {
  const { type, asDropdown, targetBlank, keepTime, includeVars } = link;
  const isByTag = type === 'dashboards';
  const tags = textsOf(link['tags']);
  const url = textOf(link['url']);
  if (!isByTag && url === undefined) return [];
  const icon = textOf(link['icon']);
  return [
    withoutUndefined({
      // Grafana shows the titles of the dashboards, and none of its own.
      title: textOf(link['title']) ?? (isByTag ? (tags[0] ?? 'Dashboards') : url),
      ...(isByTag ? { tags } : { url }),
      tooltip: textOf(link['tooltip']),
      icon: icon === USUAL_ICON ? undefined : icon,
      new_tab: targetBlank === true || undefined,
      keep_time: keepTime === true ? undefined : false,
      keep_variables: includeVars === true ? undefined : false,
      dropdown: (isByTag && asDropdown === true) || undefined,
    }),
  ];
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((tag): tag is string => typeof tag === 'string' && tag !== '')
    : [];
}
