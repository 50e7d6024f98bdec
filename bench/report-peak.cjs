/** Preloaded into every process of a run: leaves its peak memory, in KiB, in the file that PEAK_FILE names. */
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  appendFileSync(process.env.PEAK_FILE, `${process.resourceUsage().maxRSS}\n`);
});
