/** Runs the bundled command line with the arguments behind it, then keeps what V8 compiled beside each bundle. */
const { writeFileSync } = require('node:fs');
const { cacheOf, loadBundle } = require('../libs/engine/bin/load-bundle.js');

const [bundle, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], bundle, ...args];
const compiled = new Map();
loadBundle(bundle, compiled).main();
for (const [path, code] of compiled) {
  writeFileSync(`${path}.cache`, cacheOf(code));
}
