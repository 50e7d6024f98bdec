import { isJsonObject, type JsonObject } from '@g6/generation';
import { compareText } from '@g6/problems';
import { normalDashboard } from './normal/normal-dashboard';
import { normalPanel } from './normal/normal-panel';
import { isSame } from './normal/strip-defaults';

/** How many parts of a panel are named before the rest is only counted. */
const MOST_PARTS = 5;
/** How deep a part is named: `fieldConfig.defaults.custom.lineWidth` is. */
const DEEPEST = 4;

/** What differs between two classic dashboards, in words: the parts of each, by panel. */
export function differencesOf(wanted: JsonObject, live: JsonObject, metaKey: string): string[] {
  const [ours, theirs] = [wanted, live].map((dashboard) => normalDashboard(dashboard, metaKey));
  const { panels: _ours, ...settings } = ours as JsonObject;
  const { panels: _theirs, ...liveSettings } = theirs as JsonObject;
  const parts = partsOf(settings, liveSettings);
  return [
    ...(parts.length > 0 ? [`dashboard: ${listed(parts)}`] : []),
    ...panelDifferences(pairPanels(wanted, live), metaKey),
  ];
}

/** A panel here and there; undefined where it is missing. */
export interface PanelPair {
  readonly wanted: JsonObject | undefined;
  readonly live: JsonObject | undefined;
}

/** Pairs panels by their ids, then by their titles, from top to bottom; those of collapsed rows too. */
export function pairPanels(wanted: JsonObject, live: JsonObject): PanelPair[] {
  const ours = allPanels(wanted);
  const left = new Set(allPanels(live));
  const partners = new Map<JsonObject, JsonObject>();
  for (const keyOf of [idOf, titleOf]) {
    const waiting = groupsBy([...left].reverse(), keyOf);
    for (const panel of ours) {
      const key = keyOf(panel);
      const partner =
        partners.has(panel) || key === undefined ? undefined : waiting.get(key)?.pop();
      if (!partner) continue;
      partners.set(panel, partner);
      left.delete(partner);
    }
  }
  return [
    ...ours.map((panel) => ({ wanted: panel, live: partners.get(panel) })),
    ...[...left].map((panel) => ({ wanted: undefined, live: panel })),
  ];
}

function groupsBy<Key>(
  panels: readonly JsonObject[],
  keyOf: (panel: JsonObject) => Key,
): Map<Key, JsonObject[]> {
  const groups = new Map<Key, JsonObject[]>();
  for (const panel of panels) {
    const group = groups.get(keyOf(panel));
    if (group) group.push(panel);
    else groups.set(keyOf(panel), [panel]);
  }
  return groups;
}

function idOf({ id }: JsonObject): unknown {
  return id;
}

function titleOf({ title, type }: JsonObject): unknown {
  return title === undefined ? undefined : JSON.stringify([title, type]);
}

/** All panels of a dashboard, each row before those in it. */
export function allPanels({ panels }: JsonObject): JsonObject[] {
  return Array.isArray(panels)
    ? (panels as readonly unknown[])
        .filter(isJsonObject)
        .flatMap((panel) => [panel, ...allPanels(panel)])
    : [];
}

function panelDifferences(pairs: readonly PanelPair[], metaKey: string): string[] {
  return pairs.flatMap(({ wanted, live }) => {
    const named = `panel ${JSON.stringify((wanted ?? live)?.['title'] ?? '')}`;
    if (!live) return [`${named}: not in Grafana`];
    if (!wanted) return [`${named}: only in Grafana`];
    const [ours, theirs] = [wanted, live].map((panel) => {
      const { panels: _panels, ...own } = normalPanel(panel, metaKey);
      return own;
    });
    const parts = partsOf(ours as JsonObject, theirs as JsonObject);
    return parts.length > 0 ? [`${named}: ${listed(parts)}`] : [];
  });
}

/** The paths at which two values differ, each as short as it can be. */
export function partsOf(ours: JsonObject, theirs: JsonObject, depth = 1): string[] {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort(compareText);
  return keys.flatMap((key) => {
    const [one, other] = [ours[key], theirs[key]];
    if (isSame(one ?? null, other ?? null)) return [];
    const isInner = isJsonObject(one) && isJsonObject(other) && depth < DEEPEST;
    return isInner ? partsOf(one, other, depth + 1).map((part) => `${key}.${part}`) : [key];
  });
}

function listed(parts: readonly string[]): string {
  const left = parts.length - MOST_PARTS;
  return left > 0 ? `${parts.slice(0, MOST_PARTS).join(', ')} and ${left} more` : parts.join(', ');
}
