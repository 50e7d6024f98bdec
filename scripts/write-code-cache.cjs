/** Runs a bundle with the arguments behind it, then keeps what V8 compiled beside each bundle. */
const { writeFileSync } = require('node:fs');
const { cacheOf, runBundle } = require('../libs/dashboards/bin/run-bundle.js');

const [bundle, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], bundle, ...args];
for (const [path, compiled] of runBundle(bundle)) {
  writeFileSync(`${path}.cache`, cacheOf(compiled));
}
