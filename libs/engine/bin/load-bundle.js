'use strict';
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const HEAD = '(function (exports, require, module, __filename, __dirname) {';

/**
 * Loads a bundle, and the bundles beside it that it requires, from V8's code cache, where the build
 * left one: compiling is a fifth of a short run. A cache of another Node.js version, or of another
 * bundle, is passed over. Gives what the bundle exports; what was compiled is added to `compiled`.
 */
function loadBundle(path, compiled = new Map()) {
  const known = compiled.get(path);
  if (known) return known.module.exports;
  const source = readFileSync(path, 'utf8');
  const script = new Script(`${HEAD}${source}\n})`, {
    filename: path,
    // So that places in stack traces are those of the file.
    columnOffset: -HEAD.length,
    cachedData: readCache(path, source),
  });
  const module = { exports: {} };
  compiled.set(path, { source, script, module });
  const requireFrom = createRequire(path);
  const require = (id) =>
    id.startsWith('./') ? loadBundle(join(dirname(path), id), compiled) : requireFrom(id);
  script.runInThisContext()(module.exports, require, module, path, dirname(path));
  return module.exports;
}

/** The cache of a bundle as a file holds it: the bundle's digest, then what V8 made of it. */
function cacheOf({ source, script }) {
  return Buffer.concat([digestOf(source), script.createCachedData()]);
}

function readCache(path, source) {
  try {
    const file = readFileSync(`${path}.cache`);
    const digest = digestOf(source);
    return file.subarray(0, digest.length).equals(digest)
      ? file.subarray(digest.length)
      : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(source) {
  return createHash('sha256').update(source).digest();
}

module.exports = { cacheOf, loadBundle };
