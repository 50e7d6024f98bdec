/** The course of an input series: straight pieces, each so many steps long. */
export interface Track {
  readonly start: number;
  readonly pieces: readonly { readonly steps: number; readonly slope: number }[];
}

/** The value of a track after so many steps. */
export function valueAt(track: Track, step: number): number {
  let value = track.start;
  let left = step;
  for (const { steps, slope } of track.pieces) {
    const taken = Math.min(left, steps);
    value += slope * taken;
    left -= taken;
  }
  return value;
}

/** Writes a track as promtool expands it: `start+slopexcount` for each piece. */
export function trackText(track: Track): string {
  const parts: string[] = [];
  let step = 0;
  for (const { steps, slope } of track.pieces) {
    if (steps === 0) continue;
    // The first piece holds the start as well; every other one begins a step further on.
    const first = step === 0 ? track.start : valueAt(track, step + 1);
    const sign = slope < 0 ? '' : '+';
    parts.push(`${first}${sign}${slope}x${step === 0 ? steps : steps - 1}`);
    step += steps;
  }
  return parts.join(' ');
}
