import type { Plan } from '@g6/model';
import { RATE_WINDOW } from '@g6/promql';

/** The window of automatic rates, and how their titles tell it. */
export function rateWindow({ plan }: { readonly plan: Plan }): { window: string; note: string } {
  const window = plan.rateWindow ?? RATE_WINDOW;
  return { window, note: window.startsWith('$') ? '(auto)' : `(${window} auto)` };
}
