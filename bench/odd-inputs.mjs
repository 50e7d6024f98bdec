/**
 * Reads about 1 MB of each kind of odd input, and fails if one takes a second or more:
 * `npm run bench:odd -- [part of a name] [seconds]`. What takes more than linear time takes minutes
 * here, and is given up.
 */
import { fileURLToPath } from 'node:url';
import { runWithLimits } from './limits.mjs';

const [part = '', limit = '1'] = process.argv.slice(2);
/** Inputs that take so many seconds are given up. */
const HOPELESS = 20;

const child = fileURLToPath(new URL('odd-inputs/runs.mjs', import.meta.url));
const results = await runWithLimits({ child, part, seconds: HOPELESS, onResult: print });
const slow = results.filter(({ failure, seconds }) => failure || seconds >= Number(limit));
for (const { name, failure, seconds } of slow) {
  console.error(`${name}: ${failure ?? `${seconds.toFixed(2)} s`}`);
}
const longest = Math.max(...results.map(({ seconds }) => seconds));
console.log(
  `${results.length} odd inputs of about 1 MB: the slowest takes ${longest.toFixed(2)} s; ` +
    `${slow.length} take ${limit} s or more, or fail`,
);
process.exitCode = slow.length > 0 || results.length === 0 ? 1 : 0;

function print({ name, seconds }) {
  if (process.env.VERBOSE) console.log(`${seconds.toFixed(2)} s  ${name}`);
}
