/** Smooth, lifelike curves that are the same on every run. */

/** A number from 0 to 1 that depends on a text only. */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  // The last characters would otherwise move the high bits little.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** A curve over seconds since 1970. */
export interface Signal {
  readonly at: (seconds: number) => number;
  /** The area below the curve since {@link START}. */
  readonly total: (seconds: number) => number;
}

/** When all counters started, in seconds since 1970. */
export const START = 1_700_000_000;

const HOUR = 3600;

/** A curve around `base`: a slow wave, a faster one and noise, all of which the seed decides. */
export function wave(seed: string, base: number): Signal {
  const slow = swing(`${seed} slow`, HOUR * (3 + 5 * fraction(`${seed} period`)), 0.28);
  const fast = swing(`${seed} fast`, HOUR * (0.4 + 0.7 * fraction(`${seed} beat`)), 0.12);
  return {
    at: (seconds) => base * (1 + slow.at(seconds) + fast.at(seconds) + noise(seed, seconds)),
    // Noise averages out, so that rates of counters agree with the curve.
    total: (seconds) => base * (seconds - START + slow.area(seconds) + fast.area(seconds)),
  };
}

function swing(seed: string, period: number, height: number) {
  const phase = 2 * Math.PI * fraction(seed);
  const speed = (2 * Math.PI) / period;
  const before = (-height / speed) * Math.cos(phase + speed * START);
  return {
    at: (seconds: number) => height * Math.sin(phase + speed * seconds),
    area: (seconds: number) => (-height / speed) * Math.cos(phase + speed * seconds) - before,
  };
}

/** How long one step of the noise takes, in seconds. */
const NOISE_STEP = 90;

function noise(seed: string, seconds: number): number {
  const step = Math.floor(seconds / NOISE_STEP);
  const within = seconds / NOISE_STEP - step;
  const eased = within * within * (3 - 2 * within);
  const [from, to] = [fraction(`${seed}${step}`), fraction(`${seed}${step + 1}`)];
  return 0.16 * (from + (to - from) * eased - 0.5);
}

/** The share of a standard normal distribution below a value. */
export function normalShare(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value));
  const density = 0.3989423 * Math.exp((-value * value) / 2);
  const tail =
    density * t * (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
  return value > 0 ? 1 - tail : tail;
}
