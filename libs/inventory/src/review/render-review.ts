import { count, markdownCode, oneLine } from '@g6/problems';
import type { DashboardChange, PanelChange, PartChange, Review } from './review-dashboards';
import { REVIEWED_PARTS } from './review-dashboards';

/** The most entries of a list; a reader with two minutes reads no more. */
const LONGEST_LIST = 10;
/** The most dashboards with details. */
const MOST_DASHBOARDS = 25;

/** What a change of each part means for those who read the dashboard. */
const MEANINGS: Readonly<Record<string, string>> = {
  removed: 'nobody sees it any more, and links to it lead nowhere',
  query: 'it shows other values',
  type: 'it is drawn in another way',
  unit: 'the same values read differently',
  thresholds: 'colours change at other values',
};

/** A review as Markdown for a pull request: what matters first, then details by dashboard. */
export function reviewMarkdown(review: Review, revision: string): string {
  const heading = `### Dashboards since ${markdownCode(revision.slice(0, 12))}`;
  if (review.length === 0) return `${heading}\n\nNo dashboard changes.\n`;
  const parts = [heading, summary(review), ...weighty(review), ...details(review)];
  return `${parts.join('\n\n')}\n`;
}

function summary(review: Review): string {
  const panels = review.flatMap((dashboard) => dashboard.panels);
  const counts = (['removed', 'changed', 'renamed', 'added', 'moved'] as const)
    .map((kind) => [kind, panels.filter((panel) => panel.kind === kind).length] as const)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => `**${number} ${kind}**`);
  const where = `in ${count(review.length, 'dashboard')}`;
  return counts.length === 0
    ? `No panel changes; ${count(review.length, 'dashboard')} changes around the panels.`
    : `Panels: ${counts.join(', ')} ${where}.`;
}

interface Weighed {
  readonly weight: number;
  readonly line: string;
}

/** The changes that alter what people see, the weightiest first. */
function weighty(review: Review): string[] {
  const found = review.flatMap(({ slug, kind, panels }): Weighed[] => {
    if (kind === 'removed') {
      return [{ weight: -1, line: `the dashboard ${markdownCode(slug)} is removed` }];
    }
    return panels.flatMap((panel) => weigh(slug, panel));
  });
  if (found.length === 0) return [];
  const lines = [...found].sort((a, b) => a.weight - b.weight).map(({ line }) => `- ${line}`);
  return ['**Look at these first**', cut(lines, 'more').join('\n')];
}

function weigh(slug: string, { kind, title, changes }: PanelChange): Weighed[] {
  const name = `${markdownCode(oneLine(title))} in ${markdownCode(slug)}`;
  if (kind === 'removed') {
    return [{ weight: 0, line: `${name} is removed: ${MEANINGS['removed'] ?? ''}` }];
  }
  const [first] = changes.filter(({ part }) => MEANINGS[part] !== undefined);
  if (!first) return [];
  const values =
    first.part === 'query' ? '' : ` from ${shown(first.before)} to ${shown(first.after)}`;
  const what = `${name}: another ${first.part}${values}; ${MEANINGS[first.part] ?? ''}`;
  return [{ weight: 1 + REVIEWED_PARTS.indexOf(first.part), line: what }];
}

function details(review: Review): string[] {
  const shownDashboards = review.slice(0, MOST_DASHBOARDS);
  const left = review.length - shownDashboards.length;
  return [
    ...shownDashboards.map(dashboardDetails),
    ...(left > 0 ? [`… and ${count(left, 'more dashboard')}`] : []),
  ];
}

function dashboardDetails({ slug, kind, changes, panels }: DashboardChange): string {
  const suffix = kind === 'changed' ? '' : `, ${kind}`;
  const head = `<details><summary><code>${slug}</code>${suffix}: ${count(panels.length, 'panel')}</summary>`;
  const around = changes.map((change) => `- ${partLine(change)}`);
  const lines = cut(panels.map(panelLine), 'more panels');
  return [head, '', ...around, ...lines, '', '</details>'].join('\n');
}

function panelLine({ kind, title, changes }: PanelChange): string {
  const [only] = changes;
  if (kind === 'renamed' && only) return `- renamed: ${shown(only.before)} → ${shown(only.after)}`;
  const parts = changes.map((change) =>
    change.part === 'query' ? queryBlock(change) : `  - ${partLine(change)}`,
  );
  return [`- ${kind}: ${markdownCode(oneLine(title))}`, ...parts].join('\n');
}

function partLine({ part, before, after }: PartChange): string {
  if (part === 'look') return 'look: colours, axes, legend or other options';
  return `${part}: ${shown(before)} → ${shown(after)}`;
}

/** The queries before and after as a difference; its fence is longer than any inside. */
function queryBlock({ before, after }: PartChange): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const lines = [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${oneLine(line)}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${oneLine(line)}`),
  ];
  const longest = (lines.join('\n').match(/`+/g) ?? []).reduce(
    (most, { length }) => Math.max(most, length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence].map((line) => `  ${line}`).join('\n');
}

function shown(text: string): string {
  return text === '' ? 'none' : markdownCode(oneLine(text));
}

function cut(lines: readonly string[], noun: string): string[] {
  const left = lines.length - LONGEST_LIST;
  return left <= 1 ? [...lines] : [...lines.slice(0, LONGEST_LIST), `- … and ${left} ${noun}`];
}

/** A review as JSON can hold it: without the panels themselves. */
export function reviewJson(review: Review) {
  return review.map(({ panels, ...dashboard }) => ({
    ...dashboard,
    panels: panels.map(({ before, after, ...change }) => {
      const meta = (after ?? before)?.meta;
      return { ...change, panel_uuid: meta?.panelUuid ?? '', query_uuid: meta?.queryUuid ?? '' };
    }),
  }));
}
