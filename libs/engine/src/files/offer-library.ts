import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';

/** The name under which profiles import the library. */
const LIBRARY = '@g6/dashboards';

type Hooks = Readonly<
  Record<
    'resolve',
    (
      specifier: string,
      context: unknown,
      next: (specifier: string, context: unknown) => object,
    ) => object
  >
>;

/** What Node.js has and its declared types lack: hooks from 22.15 on, and what `require` asks in every version. */
const { registerHooks, Module } = nodeModule as unknown as {
  readonly registerHooks?: (hooks: Hooks) => void;
  readonly Module: { _resolveFilename: (request: string, ...more: unknown[]) => string };
};

let isOffered = false;

/**
 * Lets the module of a file, and what it loads, import the library that runs, unless the file finds one of its own: a
 * program that is installed for all workspaces is in none of them. Before Node.js 22.15, only `require` can be told.
 */
export function offerLibrary(file: string): void {
  if (isOffered || findLibrary(file) !== undefined) return;
  const own = findLibrary(__filename);
  if (own === undefined) return;
  isOffered = true;
  if (registerHooks) registerHooks(hooksFor(own));
  else offerToRequire(own);
}

/** The file of the library that a file would get. */
function findLibrary(from: string): string | undefined {
  try {
    return nodeModule.createRequire(from).resolve(LIBRARY);
  } catch {
    return undefined;
  }
}

function hooksFor(own: string): Hooks {
  const found = { url: pathToFileURL(own).href, format: 'commonjs', shortCircuit: true };
  return {
    resolve: (specifier, context, next) => {
      if (specifier !== LIBRARY) return next(specifier, context);
      try {
        return next(specifier, context);
      } catch {
        return found;
      }
    },
  };
}

function offerToRequire(own: string): void {
  const usual = Module._resolveFilename;
  Module._resolveFilename = function (request, ...more) {
    if (request !== LIBRARY) return usual.call(this, request, ...more);
    try {
      return usual.call(this, request, ...more);
    } catch {
      return own;
    }
  };
}
