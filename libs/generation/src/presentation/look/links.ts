import type { WrittenLink } from '@g6/model';
import type { JsonObject } from '../../json-object';

/** The uid of the dashboard of a slug. */
export type UidOf = (slug: string) => string;

/** Carries the time range and the variables over to another dashboard. */
const KEEP = '?${__url_time_range}&${__all_variables}';

/** Turns a link into Grafana's. */
export function linkJson(
  { title, url, dashboard, new_tab }: WrittenLink,
  uidOf: UidOf,
): JsonObject {
  return {
    title,
    url: dashboard === undefined ? url : `/d/${uidOf(dashboard)}${KEEP}`,
    ...(new_tab === true ? { targetBlank: true } : {}),
  };
}

/** What Grafana's schema asks for in the links of panels, which never says anything else. */
export const PANEL_LINK = {
  type: 'link',
  icon: '',
  tooltip: '',
  tags: [],
  asDropdown: false,
  targetBlank: false,
  includeVars: false,
  keepTime: false,
} as const;

/**
 * The same on a panel, in the form of the links of dashboards; the time range and the variables are part of
 * the address.
 */
export function panelLinkJson(link: WrittenLink, uidOf: UidOf): JsonObject {
  return { ...PANEL_LINK, ...linkJson(link, uidOf) };
}
