import { METRIC_TYPES } from '@g6/model';
import { isJsonObject, type JsonObject } from '../json-object';
import type { Profile } from './profile';

/** The profiles that a module exports, or what is wrong with them, as sentences without a full stop. */
export interface ProfilesCheck {
  /** None if anything is wrong. */
  readonly profiles: readonly Profile[];
  readonly faults: readonly string[];
}

/**
 * Checks what a module exports as `profiles`: a list of profiles whose names differ from each other
 * and from those in `taken`. Whether their functions do what they should shows when they run.
 */
export function checkProfiles(exported: unknown, taken: readonly string[]): ProfilesCheck {
  if (!Array.isArray(exported)) {
    const got = exported === undefined ? 'exports no' : 'exports something else as';
    const fault = `the module ${got} "profiles", which has to be a list of profiles`;
    return { profiles: [], faults: [fault] };
  }
  const known = new Set(taken);
  const faults = exported.flatMap((one: unknown, position) => {
    if (!isJsonObject(one)) return [`profiles[${position}] is not an object`];
    const { name } = one;
    if (typeof name !== 'string' || !NAME.test(name)) {
      return [`profiles[${position}].name must be a text that matches [a-z][a-z0-9_-]*`];
    }
    const isTaken = known.has(name);
    known.add(name);
    return [
      ...(isTaken ? [`the name "${name}" of profiles[${position}] is taken`] : []),
      ...profileFaults(one).map((fault) => `the profile "${name}" has ${fault}`),
    ];
  });
  return { profiles: faults.length === 0 ? (exported as Profile[]) : [], faults };
}

const NAME = /^[a-z][a-z0-9_-]*$/;
const SOURCE_NAME = /^[a-z][a-z0-9_]*$/;

/** What each part of a profile has to be, with its name in a report. */
const PARTS = {
  meaning: 'text',
  completePlan: 'function',
  refine: 'function',
  reads: 'function',
  capped: 'boolean',
  divide: 'function',
  layout: 'object',
  style: 'object',
} as const satisfies Partial<Record<keyof Profile, string>>;

function profileFaults(profile: JsonObject): string[] {
  const { sources, layout, style } = profile;
  const missing = [
    ...partFaults(profile, PARTS, ''),
    ...(Array.isArray(sources) ? [] : ['no list "sources"']),
    ...(isJsonObject(layout)
      ? [
          ...partFaults(layout, { fillsLines: 'boolean' }, 'layout.'),
          ...sizeFaults(layout, 'panelWidth', 24),
          ...sizeFaults(layout, 'panelHeight', 100),
        ]
      : []),
    ...(isJsonObject(style)
      ? partFaults(style, { valuesLegend: 'object', singleLegend: 'object' }, 'style.')
      : []),
  ];
  return [
    ...(missing.length > 0 ? [missing.join(', ')] : []),
    ...(Array.isArray(sources) ? sourceFaults(sources) : []),
  ];
}

function partFaults(
  value: JsonObject,
  parts: Readonly<Record<string, 'text' | 'function' | 'boolean' | 'object'>>,
  path: string,
): string[] {
  return Object.entries(parts)
    .filter(([key, kind]) => !isOfKind(value[key], kind))
    .map(([key, kind]) => `no ${kind} "${path}${key}"`);
}

function isOfKind(value: unknown, kind: 'text' | 'function' | 'boolean' | 'object'): boolean {
  if (kind === 'object') return isJsonObject(value);
  return kind === 'text' ? typeof value === 'string' && value !== '' : typeof value === kind;
}

function sizeFaults(layout: JsonObject, key: string, most: number): string[] {
  const size = layout[key];
  const fits = Number.isInteger(size) && (size as number) >= 1 && (size as number) <= most;
  return fits ? [] : [`no whole number from 1 to ${most} as "layout.${key}"`];
}

function sourceFaults(sources: readonly unknown[]): string[] {
  const names = new Set<unknown>();
  return sources.flatMap((source, position) => {
    if (!isJsonObject(source)) return [`a panel source sources[${position}] that is not an object`];
    const { name, of, types } = source;
    if (typeof name !== 'string' || !SOURCE_NAME.test(name)) {
      return [`a panel source sources[${position}] whose name does not match [a-z][a-z0-9_]*`];
    }
    const isRepeated = names.has(name);
    names.add(name);
    const faults = [
      ...(isRepeated ? ['which is there twice'] : []),
      ...(of === 'metric' || of === 'dashboard' ? [] : ['with "of" neither metric nor dashboard']),
      ...(of === 'metric' && !areTypes(types) ? ['without a list "types" of metric types'] : []),
      ...partFaults(source, { reason: 'text', draft: 'function' }, '').map((f) => `with ${f}`),
    ];
    return faults.map((fault) => `a panel source "${name}" ${fault}`);
  });
}

function areTypes(types: unknown): boolean {
  return Array.isArray(types) && types.every((type) => METRIC_TYPES.includes(type as never));
}
