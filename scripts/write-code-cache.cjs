/** Runs a bundle with the arguments behind it, then keeps what V8 compiled of it beside it. */
const { writeFileSync } = require('node:fs');
const { cacheOf, runBundle } = require('../tools/cli/bin/run-bundle.js');

const [bundle, ...args] = process.argv.slice(2);
process.argv = [process.argv[0], bundle, ...args];
writeFileSync(`${bundle}.cache`, cacheOf(runBundle(bundle)));
