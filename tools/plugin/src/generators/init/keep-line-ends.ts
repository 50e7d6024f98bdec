import type { Tree } from '@nx/devkit';
import type { DashboardSet } from '../../inference/dashboard-sets';

const ATTRIBUTES_FILE = '.gitattributes';

/** Has git check generated files out as they are written, with LF, on every system. */
export function keepLineEnds(tree: Tree, { output, rules }: DashboardSet): void {
  const text = tree.read(ATTRIBUTES_FILE, 'utf-8') ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const missing = [output, rules]
    .map((folder) => `/${folder}/**`)
    .filter((pattern) => !text.split(/\r?\n/).some((line) => line.trim().startsWith(pattern)));
  if (missing.length === 0) return;
  const gap = text === '' || text.endsWith('\n') ? '' : eol;
  const lines = missing.map((pattern) => `${pattern} text eol=lf linguist-generated${eol}`);
  tree.write(ATTRIBUTES_FILE, text + gap + lines.join(''));
}
