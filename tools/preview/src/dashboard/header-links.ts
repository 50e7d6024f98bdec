import type { PreviewEntry } from '@g6/dashboards';
import { interpolateAddress, interpolateTitle, type Variables } from '../interpolate';
import type { Dashboard, DashboardLink } from './dashboard-model';
import type { ResolvedVariable } from './variables';

/** What the links of a dashboard depend on besides themselves. */
export interface LinkSurroundings {
  readonly slug: string;
  readonly uid: string;
  /** All dashboards of the preview, the one with the links too. */
  readonly dashboards: readonly PreviewEntry[];
  readonly resolved: readonly ResolvedVariable[];
  readonly variables: Variables;
  /** The time range in Grafana's notation. */
  readonly time: { readonly from: string; readonly to: string };
}

/** Where a link leads: to a dashboard of the preview, to an address, or to what only Grafana has. */
export type LinkTarget = {
  readonly title: string;
  readonly tooltip: string;
  readonly newTab: boolean;
} & (
  | { readonly slug: string; readonly keepTime: boolean; readonly keepVariables: boolean }
  | { readonly url: string }
  | { readonly grafana: string }
);

/** A link of the header, or a menu of several. */
export type HeaderLink =
  | { readonly menu: string; readonly tooltip: string; readonly targets: readonly LinkTarget[] }
  | { readonly target: LinkTarget };

/**
 * The links of a dashboard as Grafana shows them: one of type `dashboards` stands for all others with its
 * tags, in a menu or each by itself.
 */
export function headerLinks({ links = [] }: Dashboard, around: LinkSurroundings): HeaderLink[] {
  return links.flatMap((link): HeaderLink[] => {
    if (link.type !== 'dashboards') return [{ target: writtenTarget(link, around) }];
    const targets = taggedTargets(link, around);
    if (link.asDropdown !== true) return targets.map((target) => ({ target }));
    return [{ menu: titleOf(link, around), tooltip: link.tooltip ?? '', targets }];
  });
}

function taggedTargets(link: DashboardLink, { slug, dashboards }: LinkSurroundings): LinkTarget[] {
  const wanted = link.tags ?? [];
  return dashboards
    .filter((one) => one.slug !== slug && wanted.every((tag) => one.tags.includes(tag)))
    .map(({ slug: to, title, description }) => ({
      ...{ title, tooltip: description, newTab: link.targetBlank === true },
      ...{ slug: to, ...keptBy(link) },
    }));
}

function writtenTarget(link: DashboardLink, around: LinkSurroundings): LinkTarget {
  const url = interpolateAddress(link.url ?? '', around.variables);
  const shared = {
    title: titleOf(link, around),
    tooltip: link.tooltip ?? '',
    newTab: link.targetBlank === true,
  };
  const own = slugIn(url, around);
  if (own !== undefined) return { ...shared, slug: own, ...keptBy(link) };
  // An address of another kind, such as a script, leads nowhere in Grafana either.
  if (!/^https?:\/\//i.test(url)) return { ...shared, grafana: url };
  return { ...shared, url: withSettings(url, link, around) };
}

/** The slug of the dashboard of the preview that a path of Grafana leads to. */
function slugIn(url: string, { slug, uid, dashboards }: LinkSurroundings): string | undefined {
  const [, to] = /^\/d\/([^/?#]+)/.exec(url) ?? [];
  if (to === undefined || !uid.endsWith(slug)) return undefined;
  const prefix = uid.slice(0, uid.length - slug.length);
  return dashboards.find((one) => `${prefix}${one.slug}` === to)?.slug;
}

function keptBy({ keepTime, includeVars }: DashboardLink) {
  return { keepTime: keepTime === true, keepVariables: includeVars === true };
}

function titleOf({ title }: DashboardLink, { variables }: LinkSurroundings): string {
  return interpolateTitle(title, variables);
}

/** An address with the time range and the variables, as far as the link keeps them. */
function withSettings(url: string, link: DashboardLink, around: LinkSurroundings): string {
  const { keepTime, keepVariables } = keptBy(link);
  const settings = new URLSearchParams(keepTime ? around.time : {});
  for (const { variable, chosen } of keepVariables ? around.resolved : []) {
    for (const value of chosen) settings.append(`var-${variable.name}`, value);
  }
  const query = settings.toString();
  if (query === '') return url;
  const [address = '', fragment] = url.split('#', 2);
  const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
