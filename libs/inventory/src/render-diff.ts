import { count, logLine, oneLine } from '@g6/problems';
import { inventoriesDiffer, type InventoryDiff } from './compare-inventories';

/** The most lines of one kind under one dashboard. */
const LONGEST_LIST = 10;
/** The most dashboards whose panels are listed. */
const MOST_DASHBOARDS = 25;

/** Renders a difference for people, grouped by dashboard; long lists are cut with a count. */
export function renderInventoryDiff(diff: InventoryDiff): string {
  if (!inventoriesDiffer(diff)) return 'no difference\n';
  const slugs = [
    ...new Set([...diff.added, ...diff.removed, ...diff.renamed].map(({ slug }) => slug)),
  ].sort();
  const listed = slugs.slice(0, MOST_DASHBOARDS).map((slug) => renderDashboard(slug, diff));
  const left = slugs.length - listed.length;
  const rest = left > 0 ? [`… and ${left} more ${left === 1 ? 'dashboard' : 'dashboards'}\n`] : [];
  const { added, removed, renamed } = diff;
  const sum = `${counts(added.length, removed.length, renamed.length)} in ${count(slugs.length, 'dashboard')}\n`;
  return [...listed, ...rest, sum].join('');
}

function renderDashboard(slug: string, diff: InventoryDiff): string {
  const of = <Row extends { readonly slug: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.slug === slug);
  const added = of(diff.added).map(({ title }) => `+ ${oneLine(title)}`);
  const removed = of(diff.removed).map(({ title }) => `- ${oneLine(title)}`);
  const renamed = of(diff.renamed).map(({ old_title, new_title }) =>
    old_title === new_title
      ? `~ ${oneLine(new_title)} (other unit)`
      : `~ ${oneLine(old_title)} -> ${oneLine(new_title)}`,
  );
  const lines = [...cut(removed), ...cut(added), ...cut(renamed)].map((line) => `  ${line}\n`);
  return `${logLine(slug)}: ${counts(added.length, removed.length, renamed.length)}\n${lines.join('')}`;
}

function cut(lines: readonly string[]): string[] {
  const left = lines.length - LONGEST_LIST;
  if (left <= 1) return [...lines];
  return [...lines.slice(0, LONGEST_LIST), `${(lines[0] ?? '').charAt(0)} … and ${left} more`];
}

function counts(added: number, removed: number, renamed: number): string {
  return [
    added > 0 ? `${added} added` : '',
    removed > 0 ? `${removed} removed` : '',
    renamed > 0 ? `${renamed} renamed` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
