/**
 * Reads about 1 MB of each kind of odd input, and fails if one takes a second or more:
 * `npm run bench:odd -- [part of a name] [seconds]`. What takes more than linear time takes minutes
 * here, and is given up. What takes too long is read twice more, because other programs of the machine
 * may have been the reason, and its shortest time counts.
 */
import { fileURLToPath } from 'node:url';
import { runWithLimits } from './limits.mjs';

const [part = '', limit = '1'] = process.argv.slice(2);
/** Inputs that take so many seconds are given up. */
const HOPELESS = 20;
const MORE_ATTEMPTS = 2;

const child = fileURLToPath(new URL('odd-inputs/runs.mjs', import.meta.url));
let results = await runWithLimits({ child, part, seconds: HOPELESS, onResult: print });
for (let left = MORE_ATTEMPTS; left > 0 && results.some(isSlow); left -= 1) {
  const again = new Map();
  for (const { name } of results.filter(isSlow)) again.set(name, await readAgain(name));
  results = results.map((result) => again.get(result.name) ?? result);
}
const slow = results.filter(isSlow);
for (const { name, failure, seconds } of slow) {
  console.error(`${name}: ${failure ?? `${seconds.toFixed(2)} s`}`);
}
const longest = Math.max(...results.map(({ seconds }) => seconds));
console.log(
  `${results.length} odd inputs of about 1 MB: the slowest takes ${longest.toFixed(2)} s; ` +
    `${slow.length} take ${limit} s or more, or fail`,
);
process.exitCode = slow.length > 0 || results.length === 0 ? 1 : 0;

function isSlow({ failure, seconds }) {
  return failure !== undefined || seconds >= Number(limit);
}

async function readAgain(name) {
  const read = await runWithLimits({ child, part: name, seconds: HOPELESS, onResult: print });
  return read.find((result) => result.name === name);
}

function print({ name, seconds }) {
  if (process.env.VERBOSE) console.log(`${seconds.toFixed(2)} s  ${name}`);
}
