import { setFlagsFromString } from 'node:v8';
import type { RunSize } from '@g6/dashboards';

/**
 * Flags that make V8 wait longer before it optimizes code, by major version of V8: that of Node.js 20
 * and that of Node.js 22. Later versions gain nothing by it, and V8 prints a complaint about a flag
 * that it does not know.
 */
const LATE_OPTIMIZATION: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=6000',
};

/**
 * The same for runs that take seconds: on Node.js 20, code that waits as long as that for its optimization costs them a
 * sixth of their time.
 */
const SOONER: Readonly<Record<string, string>> = { 11: '--interrupt-budget=300000' };

/**
 * The heap grows by so many percent between two collections of garbage. V8 may let it grow to several times its
 * size, so that the run of a very large workspace takes two thirds more memory; this takes a sixth more time.
 */
const HEAP_GROWTH = '--heap-growing-percent=25';
/** The versions of V8 that are known to have that flag, those of Node.js 20, 22 and 24. */
const WITH_HEAP_GROWTH: readonly string[] = ['11', '12', '13'];

/**
 * Makes V8 optimize code later. Most runs end before optimized code has paid for itself; long runs
 * still get it. Call it once the program is loaded: a compile cache is only valid for the flags that
 * it was made with.
 */
export function tuneV8(versionOfV8 = process.versions.v8): void {
  const flag = LATE_OPTIMIZATION[majorOf(versionOfV8)];
  if (flag !== undefined) setFlagsFromString(flag);
}

/** Makes V8 optimize the code of a large run sooner again, and use less memory and more time for a huge one. */
export function prepareFor(size: RunSize, versionOfV8 = process.versions.v8): void {
  if (size === 'usual') return;
  const major = majorOf(versionOfV8);
  const sooner = SOONER[major];
  if (sooner !== undefined) setFlagsFromString(sooner);
  if (size === 'huge' && WITH_HEAP_GROWTH.includes(major)) setFlagsFromString(HEAP_GROWTH);
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}
