import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files by their path in a workspace, `/` between its parts. */
export type WorkspaceFiles = Readonly<Record<string, string | Uint8Array>>;

/** Writes files to a folder of their own, hands it to a function, and removes it. */
export function inTemporaryWorkspace<Result>(
  files: WorkspaceFiles,
  use: (root: string) => Result,
): Result {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-workspace-')));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(root, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The text of a template without the indentation that all of its lines share. */
export function text(strings: TemplateStringsArray, ...values: unknown[]): string {
  const lines = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/[ ]*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
