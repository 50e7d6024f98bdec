import { setFlagsFromString } from 'node:v8';

/**
 * Flags that make V8 wait longer before it optimizes code, by major version of V8: that of Node.js 20
 * and that of Node.js 22. Later versions gain nothing by it, and V8 prints a complaint about a flag
 * that it does not know.
 */
const FLAGS: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=6000',
};

/**
 * Makes V8 optimize code later. Most runs end before optimized code has paid for itself; long runs
 * still get it. Call it once the program is loaded: a compile cache is only valid for the flags that
 * it was made with.
 */
export function optimizeLate(versionOfV8 = process.versions.v8): void {
  const flag = FLAGS[versionOfV8.split('.')[0] ?? ''];
  if (flag !== undefined) setFlagsFromString(flag);
}
