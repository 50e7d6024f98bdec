/** Loads modules of a workspace again after an edit; Node.js keeps what it loaded before. */
import { createRequire, register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { types } from 'node:util';

const nodeRequire = createRequire(__filename);

/** Whether what a module exports is that of an ECMAScript module. */
export function isEsModule(exports: unknown): boolean {
  return types.isModuleNamespaceObject(exports);
}

/** Loads a CommonJS module after `files` have been forgotten. */
export function requireAfresh(module: string, files: readonly string[]): unknown {
  for (const file of files) Reflect.deleteProperty(nodeRequire.cache, resolve(file));
  return nodeRequire(resolve(module));
}

/**
 * Hands the number at the end of a module's address on to what it imports. Node.js forgets no ECMAScript
 * module, but takes one at another address for another module.
 */
const HOOK = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const [number] = /[?]afresh=[0-9]+$/.exec(context.parentURL ?? '') ?? [];
  if (number === undefined || !/^file:(?!.*[/]node_modules[/])/.test(found.url)) return found;
  return { ...found, url: found.url + number };
}`;

let afresh = 0;

/** Loads an ECMAScript module, and the files of the workspace that it imports, as they are now. */
export async function importAfresh(module: string): Promise<unknown> {
  if (afresh === 0) register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
  afresh += 1;
  return import(`${pathToFileURL(resolve(module)).href}?afresh=${afresh}`);
}
