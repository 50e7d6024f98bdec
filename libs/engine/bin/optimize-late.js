'use strict';
const { setFlagsFromString } = require('node:v8');

/** V8 reports a flag that it does not know on stderr; later ones count in another way. */
const KNOWN_TO = /^11\./;

/**
 * Lets the V8 of Node.js 20 run code about eight times as long before it optimizes it. Most runs are
 * over before optimized code pays for its making, which took a tenth of them; long ones get it still.
 * V8 takes code caches only with the flags that they were made with, so this comes after loading.
 */
function optimizeLate() {
  if (KNOWN_TO.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=1000000');
}

module.exports = { optimizeLate };
