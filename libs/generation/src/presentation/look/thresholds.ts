import type { WrittenStep, WrittenThresholds } from '@g6/model';

/** Thresholds as Grafana writes them. */
export interface ThresholdsJson {
  readonly mode: 'absolute' | 'percentage';
  readonly steps: readonly { readonly color: string; readonly value: number | null }[];
}

/** Thresholds that are written out; those of alerts have been looked up before. */
export type StatedThresholds = Exclude<WrittenThresholds, 'from_alerts'>;

const GOOD = 'green';
const WARNING = 'orange';
const CRITICAL = 'red';

/** Turns `{warning: 5, critical: 10}` or a list of steps into Grafana's steps from a base upwards. */
export function thresholdsJson(written: StatedThresholds): ThresholdsJson {
  if (isSteps(written)) return { mode: 'absolute', steps: stepsJson(written) };
  const { steps, mode = 'absolute' } = written;
  return { mode, steps: steps ? stepsJson(steps) : limitSteps(written) };
}

/** Whether thresholds are a bare list of steps. */
export function isSteps(written: StatedThresholds): written is readonly WrittenStep[] {
  return Array.isArray(written);
}

/** The first step without a value is the base; without one, values below all steps are good. */
function stepsJson(steps: readonly WrittenStep[]): ThresholdsJson['steps'] {
  const base = steps.find(({ value }) => value === undefined);
  const raised = steps
    .filter((step) => step !== base)
    .map(({ color, value }) => ({ color, value: value ?? null }))
    .sort((a, b) => (a.value ?? -Infinity) - (b.value ?? -Infinity));
  return [{ color: base?.color ?? GOOD, value: null }, ...raised];
}

type Limits = Exclude<StatedThresholds, readonly unknown[]>;

function limitSteps({ warning, critical, direction }: Limits): ThresholdsJson['steps'] {
  const limits = [
    ...(warning === undefined ? [] : [{ color: WARNING, value: warning }]),
    ...(critical === undefined ? [] : [{ color: CRITICAL, value: critical }]),
  ];
  if (direction !== 'below') {
    return [{ color: GOOD, value: null }, ...limits.sort((a, b) => a.value - b.value)];
  }
  // From below, each limit ends the colour that Grafana begins at the one under it.
  const rising = limits.sort((a, b) => a.value - b.value);
  const colors = [...rising.map(({ color }) => color), GOOD];
  return colors.map((color, index) => ({ color, value: rising[index - 1]?.value ?? null }));
}
