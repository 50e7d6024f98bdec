/**
 * Preloaded into every process of a run: appends a line with its peak memory, in KiB, and its processor
 * time, in milliseconds, to the file that USAGE_FILE names.
 */
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  appendFileSync(process.env.USAGE_FILE, `${maxRSS} ${(userCPUTime + systemCPUTime) / 1000}\n`);
});
