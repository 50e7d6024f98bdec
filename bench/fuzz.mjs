/**
 * Reads inputs that are made at random, most of them almost right, with limits on the time and the
 * memory of each: `npm run fuzz -- [inputs of each kind] [first seed] [kinds…]`. Each input follows
 * from its kind and its seed alone: `npm run fuzz -- 1 4711 spec` reads the one that a finding names
 * again, and prints it. Long work tells how far it is each minute,
 * and what it read if it is interrupted.
 */
import { fileURLToPath } from 'node:url';
import { runWithLimits } from './limits.mjs';

const [count = '2000', seed = String(Date.now() % 1_000_000_000), ...kinds] = process.argv.slice(2);
/** An input of a few kilobytes may take so many seconds. */
const SECONDS = 5;
/** So many inputs of each kind are made by one process, which bounds what it keeps. */
const BLOCK = 5_000;
const MOST_LISTED = 20;
const MINUTE = 60_000;

const child = fileURLToPath(new URL('fuzz/runs.mjs', import.meta.url));
let read = 0;
let slowest = 0;
let found = 0;
let told = Date.now();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    summarize();
    process.exit(1);
  });
}

for (let done = 0; done < Number(count); done += BLOCK) {
  const args = [Math.min(BLOCK, Number(count) - done), Number(seed) + done, ...kinds].map(String);
  const results = await runWithLimits({ child, seconds: SECONDS, args, onResult: note });
  for (const { name, failure } of results) if (failure !== undefined) await report(name, failure);
}
summarize();
process.exitCode = found > 0 || read === 0 ? 1 : 0;

function summarize() {
  console.log(
    `${read} inputs from seed ${seed} on; the slowest took ${slowest.toFixed(2)} s; ` +
      `${found} ${found === 1 ? 'finding' : 'findings'}`,
  );
}

function note({ name, seconds, failure }) {
  read += 1;
  if (failure === undefined) slowest = Math.max(slowest, seconds);
  if (Date.now() - told < MINUTE) return;
  told = Date.now();
  console.error(`${read} inputs read, now at ${name}; ${found} findings so far`);
}

/** Reads an input that failed once more, since a busy machine can make any input late. */
async function report(name, failure) {
  const space = name.lastIndexOf(' ');
  const [kind, at] = [name.slice(0, space), name.slice(space + 1)];
  const again = await runWithLimits({ child, seconds: 2 * SECONDS, args: ['1', at, kind] });
  if (again.every((result) => result.failure === undefined)) return;
  found += 1;
  if (found > MOST_LISTED) return;
  console.error(`${name}: ${failure}\n  again: npm run fuzz -- 1 ${at} '${kind}'`);
}
