import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import { stableJson } from '@g6/generation';
import { bySlug } from '@g6/problems';
import { movedPanels } from './moved-panels';
import { pairPanels } from './pair-panels';

/** The parts of a panel or a dashboard that a review tells apart, the weightiest first. */
export const REVIEWED_PARTS = [
  'query',
  'type',
  'unit',
  'thresholds',
  'title',
  'description',
  'tags',
  'look',
] as const;

/** A part that a review tells apart. */
export type ReviewedPart = (typeof REVIEWED_PARTS)[number];

/** A part of a panel or a dashboard with its text before and after. */
export interface PartChange {
  readonly part: ReviewedPart;
  readonly before: string;
  readonly after: string;
}

/** What happened to a panel: renamed and moved ones show the same as before. */
export type PanelChangeKind = 'removed' | 'changed' | 'renamed' | 'added' | 'moved';

/** A panel that differs, with the panel of each side that has it. */
export interface PanelChange {
  readonly kind: PanelChangeKind;
  readonly title: string;
  readonly changes: readonly PartChange[];
  readonly before?: FilePanel;
  readonly after?: FilePanel;
}

/** A dashboard that differs. */
export interface DashboardChange {
  readonly slug: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Changes of the dashboard around its panels. */
  readonly changes: readonly PartChange[];
  readonly panels: readonly PanelChange[];
}

/** The dashboards that differ, in slug order. */
export type Review = readonly DashboardChange[];

/**
 * Compares dashboards panel by panel, by `panel_uuid`, `id` and `query_uuid`. A panel that only gives
 * way to others has not moved.
 */
export function reviewDashboards(
  previous: readonly DashboardFile[],
  current: readonly DashboardFile[],
): Review {
  const before = new Map(previous.map((dashboard) => [dashboard.slug, dashboard]));
  const after = new Map(current.map((dashboard) => [dashboard.slug, dashboard]));
  const slugs = [...new Set([...before.keys(), ...after.keys()])];
  const changes = slugs.map((slug) => reviewDashboard(slug, before.get(slug), after.get(slug)));
  return bySlug(changes.filter((change) => change !== undefined));
}

function reviewDashboard(
  slug: string,
  before: DashboardFile | undefined,
  after: DashboardFile | undefined,
): DashboardChange | undefined {
  const title = after?.title ?? before?.title ?? slug;
  const panels = comparePanels(before?.panels ?? [], after?.panels ?? []);
  if (!before) return { slug, title, kind: 'added', changes: [], panels };
  if (!after) return { slug, title, kind: 'removed', changes: [], panels };
  const changes = differing([
    ['title', before.title ?? '', after.title ?? ''],
    ['tags', before.tags.join(', '), after.tags.join(', ')],
  ]);
  if (panels.length + changes.length === 0) return undefined;
  return { slug, title, kind: 'changed', changes, panels };
}

function comparePanels(before: readonly FilePanel[], after: readonly FilePanel[]): PanelChange[] {
  const { pairs, removed, added } = pairPanels(before, after);
  const moved = movedPanels(pairs);
  const changed = pairs.flatMap(([old, now]): PanelChange[] => {
    const changes = partChanges(old, now);
    const title = titleOf(now);
    const both = { title, changes, before: old, after: now };
    if (changes.length > 0) {
      const isRenamed = changes.every(({ part }) => part === 'title');
      return [{ kind: isRenamed ? 'renamed' : 'changed', ...both }];
    }
    return moved.has(now) ? [{ kind: 'moved', ...both }] : [];
  });
  return [
    ...removed.map((panel) => oneSided('removed', panel)),
    ...changed,
    ...added.map((panel) => oneSided('added', panel)),
  ];
}

function oneSided(kind: 'added' | 'removed', panel: FilePanel): PanelChange {
  const side = kind === 'added' ? { after: panel } : { before: panel };
  return { kind, title: titleOf(panel), changes: [], ...side };
}

function titleOf({ title, type }: FilePanel): string {
  return title === undefined || title === '' ? `(${type} without a title)` : title;
}

function partChanges(before: FilePanel, after: FilePanel): PartChange[] {
  const named = differing([
    ['query', queriesOf(before), queriesOf(after)],
    ['type', before.type, after.type],
    ['unit', before.unit ?? '', after.unit ?? ''],
    ['thresholds', thresholdsOf(before), thresholdsOf(after)],
    ['title', before.title ?? '', after.title ?? ''],
    ['description', before.description ?? '', after.description ?? ''],
  ]);
  if (named.length > 0) return named;
  return lookOf(before) === lookOf(after) ? [] : [{ part: 'look', before: '', after: '' }];
}

function differing(parts: readonly (readonly [ReviewedPart, string, string])[]): PartChange[] {
  return parts
    .filter(([, before, after]) => before !== after)
    .map(([part, before, after]) => ({ part, before, after }));
}

function queriesOf({ queries }: FilePanel): string {
  return queries.map(({ expr = '' }) => expr).join('\n');
}

/** The values of the thresholds with their colours, as Grafana's JSON has them. */
function thresholdsOf({ raw }: FilePanel): string {
  const { fieldConfig } = raw as {
    fieldConfig?: {
      defaults?: { thresholds?: { steps?: { value?: unknown; color?: unknown }[] } };
    };
  };
  const steps = fieldConfig?.defaults?.thresholds?.steps ?? [];
  return steps
    .filter(({ value }) => typeof value === 'number')
    .map(({ value, color }) => `${String(value)} ${String(color)}`)
    .join(', ');
}

/** Everything else; an `id` follows from the identity. */
function lookOf({ raw: { id: _, ...rest } }: FilePanel): string {
  return stableJson(rest);
}
