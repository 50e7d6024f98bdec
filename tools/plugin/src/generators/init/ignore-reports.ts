import type { Tree } from '@nx/devkit';
import type { DashboardSet } from '../../inference/dashboard-sets';

const IGNORE_FILE = '.gitignore';

/** Keeps reports out of git: they follow from generated files that are committed, and go stale. */
export function ignoreReports(tree: Tree, { reports }: DashboardSet): void {
  const text = tree.read(IGNORE_FILE, 'utf-8') ?? '';
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, ''));
  if (lines.includes(reports)) return;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  tree.write(IGNORE_FILE, `${text}${gap}/${reports}${eol}`);
}
