/** Generates a workspace once and prints its time and peak memory as JSON. */
const { join } = require('node:path');
const { DEFAULT_OPTIONS, generateRun } = require('../libs/engine/dist/index.js');

const [workspace, output] = process.argv.slice(2);
const start = performance.now();
const report = generateRun({
  spec: { spec: join(workspace, 'spec/base.yml') },
  plans: { folder: join(workspace, 'plans') },
  output,
  options: DEFAULT_OPTIONS,
  scope: 'all',
  now: 0,
  dryRun: false,
});
console.log(
  JSON.stringify({
    milliseconds: performance.now() - start,
    mebibytes: process.resourceUsage().maxRSS / 1024,
    written: report.written.length,
    unchanged: report.unchanged.length,
    problems: report.problems.length,
  }),
);
