'use strict';
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Runs a bundled program from V8's code cache, which the build leaves beside it: compiling is a fifth
 * of a short run. A cache of another Node.js version, or of another bundle, is passed over.
 */
function runBundle(bundle) {
  const source = readFileSync(bundle, 'utf8');
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
    { filename: bundle, cachedData: readCache(bundle, source) },
  );
  const module = { exports: {} };
  const run = script.runInThisContext();
  run(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return { source, script };
}

/** The cache of a bundle as a file holds it: the bundle's digest, then what V8 made of it. */
function cacheOf({ source, script }) {
  return Buffer.concat([digestOf(source), script.createCachedData()]);
}

function readCache(bundle, source) {
  try {
    const file = readFileSync(`${bundle}.cache`);
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

module.exports = { cacheOf, runBundle };
