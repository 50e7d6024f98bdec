import { setTimeout as pause } from 'node:timers/promises';

/** How long to wait for a condition that a machine at rest fulfils within seconds. */
const PATIENCE = 600_000;
const LONGEST_PAUSE = 500;

/** Resolves as soon as a condition holds; rejects, naming what it waited for, if it does not in ten minutes. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (let wait = 20; !(await holds()); wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE / 60_000} minutes for ${what}`);
    await pause(wait);
  }
}
