import { type EfficiencyPanel, type Family, sha256Hex } from '@g6/model';
import type { RuleUsage } from '../rule-usage';

/** What a dashboard is made of besides its plan and the settings. */
export interface SliceContent {
  readonly families: readonly Family[];
  readonly targetLabels: readonly string[] | undefined;
  readonly efficiency: readonly EfficiencyPanel[];
  readonly usage: RuleUsage;
}

/** The SHA-256 of a slice, hex, 64 digits. */
export function hashOfSlice(content: SliceContent): string {
  return sha256Hex(textOfSlice(content));
}

/** A slice as text: equal if and only if nothing that a dashboard could depend on differs. */
export function textOfSlice(content: SliceContent, indent = 0): string {
  return JSON.stringify(content, plainly, indent);
}

/** Leaves out where things are written, and spells the numbers that JSON has not. */
function plainly(_key: string, value: unknown): unknown {
  if (isPlace(value)) return undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** Whether a value is a place in a file. What people write has no functions, whatever its keys. */
function isPlace(value: unknown): boolean {
  const { file } = (value ?? {}) as { readonly file?: { readonly locate?: unknown } };
  return typeof file?.locate === 'function';
}
