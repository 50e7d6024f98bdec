import type { Tree } from '@nx/devkit';
import { applyEdits, modify, parse, type JSONPath } from 'jsonc-parser';

/** Reads a JSON file, which may have comments; an absent one gives an empty object. */
export function readJson(tree: Tree, path: string): unknown {
  return parse(tree.read(path, 'utf-8') ?? '{}');
}

/** Sets a value in a JSON file, and leaves its comments and the formatting of the rest as they are. */
export function setJson(tree: Tree, path: string, at: JSONPath, value: unknown): void {
  edit(tree, path, at, value, false);
}

/** Appends a value to a list in a JSON file; the list is made where it is missing. */
export function appendJson(tree: Tree, path: string, list: JSONPath, value: unknown): void {
  const known = list.reduce<unknown>(
    (parent, key) => (parent as Record<string, unknown> | undefined)?.[String(key)],
    readJson(tree, path),
  );
  if (Array.isArray(known)) edit(tree, path, [...list, known.length], value, true);
  else edit(tree, path, list, [value], false);
}

function edit(tree: Tree, path: string, at: JSONPath, value: unknown, insert: boolean): void {
  const text = tree.read(path, 'utf-8') ?? '{}\n';
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const options = { formattingOptions, isArrayInsertion: insert };
  tree.write(path, applyEdits(text, modify(text, at, value, options)));
}
