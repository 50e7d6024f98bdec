/**
 * Reads inputs that are made at random, most of them almost right, with limits on the time and the
 * memory of each: `npm run fuzz -- [inputs of each kind] [first seed] [kind]`. Each input follows
 * from its kind and its seed alone: `npm run fuzz -- 1 4711 spec` reads the one that a finding names
 * again, and prints it.
 */
import { fileURLToPath } from 'node:url';
import { runWithLimits } from './limits.mjs';

const [count = '2000', seed = String(Date.now() % 1_000_000_000), kind = ''] =
  process.argv.slice(2);
/** An input of a few kilobytes may take so many seconds. */
const SECONDS = 5;

/** So many inputs of each kind are made by one process. */
const BLOCK = 10_000;

const child = fileURLToPath(new URL('fuzz/runs.mjs', import.meta.url));
let read = 0;
let slowest = 0;
const findings = [];
for (let done = 0; done < Number(count); done += BLOCK) {
  const block = Math.min(BLOCK, Number(count) - done);
  const args = [String(block), String(Number(seed) + done)];
  for (const result of await runWithLimits({ child, part: kind, seconds: SECONDS, args })) {
    read += 1;
    slowest = Math.max(slowest, result.seconds);
    if (result.failure !== undefined) findings.push(`${result.name}: ${result.failure}`);
  }
}
for (const finding of findings.slice(0, 20)) console.error(finding);
console.log(
  `${read} inputs from seed ${seed} on; the slowest took ${slowest.toFixed(2)} s; ` +
    `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`,
);
process.exitCode = findings.length > 0 || read === 0 ? 1 : 0;
